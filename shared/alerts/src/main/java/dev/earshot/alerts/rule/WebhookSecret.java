package dev.earshot.alerts.rule;

import dev.earshot.core.FieldException;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A shared secret of Standard Webhooks: {@code whsec_} and 24 to 64 bytes in Base64. Its string
 * form hides it.
 *
 * @param until signs no longer from then on; empty for the current one
 */
public record WebhookSecret(String text, Optional<Instant> until) {
    /** What every secret begins with. */
    public static final String PREFIX = "whsec_";

    public WebhookSecret {
        int length = decoded(text).length;
        if (length < 24 || length > 64) {
            throw new FieldException("secret", "must hold 24 to 64 bytes, got " + length);
        }
    }

    /** A current secret of these random bytes. */
    public static WebhookSecret of(byte[] random) {
        return new WebhookSecret(
                PREFIX + Base64.getEncoder().encodeToString(random), Optional.empty());
    }

    /** The key of the signature. */
    public byte[] key() {
        return decoded(text);
    }

    /** Whether it signs at a time. */
    public boolean signsAt(Instant time) {
        return until.map(time::isBefore).orElse(true);
    }

    /** The same secret, signing until a time. */
    public WebhookSecret endingAt(Instant time) {
        return new WebhookSecret(text, Optional.of(time));
    }

    private static byte[] decoded(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new FieldException("secret", "must begin with " + PREFIX);
        }
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new FieldException("secret", "must be Base64 after " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
