package dev.earshot.alerts.delivery;

import dev.earshot.alerts.rule.WebhookSecret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs by Standard Webhooks 1.0: HMAC-SHA-256 of {@code id.timestamp.body}, one {@code
 * v1,<Base64>} for each secret, separated by blanks. Stateless.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param id of the header {@code webhook-id}
     * @param time whose whole seconds are in the header {@code webhook-timestamp}
     */
    public static String of(List<WebhookSecret> secrets, String id, Instant time, String body) {
        byte[] signed =
                (id + "." + time.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(WebhookSecret secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply " + ALGORITHM, e);
        }
    }
}
