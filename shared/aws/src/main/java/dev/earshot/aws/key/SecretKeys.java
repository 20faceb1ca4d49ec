package dev.earshot.aws.key;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import java.nio.charset.StandardCharsets;

/** Reads keys from Secrets Manager; a function reads each once, when it starts. Thread-safe. */
public final class SecretKeys {
    private final SecretsManagerClient client;

    public SecretKeys(SecretsManagerClient client) {
        this.client = client;
    }

    /**
     * The bytes of a secret: a binary one as it is, a text in UTF-8.
     *
     * @param secret its name or ARN
     * @throws StoreException if it can't be read
     */
    public byte[] read(String secret) {
        var response =
                Failures.in(
                        "read secret " + secret,
                        () -> client.getSecretValue(get -> get.secretId(secret)));
        if (response.secretBinary() != null) {
            return response.secretBinary().asByteArray();
        }
        if (response.secretString() == null) {
            throw new StoreException("secret " + secret + " must have a value", null);
        }
        return response.secretString().getBytes(StandardCharsets.UTF_8);
    }
}
