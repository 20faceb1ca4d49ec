package dev.earshot.collectposts;

import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.Credentials;
import dev.earshot.core.store.StoreException;
import dev.earshot.platforms.read.CredentialFields;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Credentials from a secret. It is read again after five minutes, so a change of it takes effect.
 * Thread-safe.
 */
final class SecretCredentials implements Credentials {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Supplier<byte[]> secret;
    private final InstantSource clock;
    private Instant readAt = Instant.MIN;
    private Map<String, Credential> known = Map.of();

    SecretCredentials(Supplier<byte[]> secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Credential> named(String name) {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            known =
                    CredentialFields.of(new String(secret.get(), StandardCharsets.UTF_8))
                            .orElseThrow(
                                    () ->
                                            new StoreException(
                                                    "the secret of credentials "
                                                            + CredentialFields.FORM,
                                                    null));
            readAt = now;
        }
        return Optional.ofNullable(known.get(name));
    }
}
