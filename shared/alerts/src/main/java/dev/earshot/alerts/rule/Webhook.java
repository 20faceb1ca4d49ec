package dev.earshot.alerts.rule;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An address that alerts are posted to.
 *
 * @param address absolute, without user, password or fragment
 * @param secrets the current one first; at most {@value #MAX_SECRETS}
 * @param disabled why nothing is sent to it; empty while it works
 */
public record Webhook(
        String id,
        URI address,
        MessageForm form,
        List<WebhookSecret> secrets,
        Optional<String> disabled,
        Instant changedAt) {
    /** The current secret, and the one before it while it still signs. */
    public static final int MAX_SECRETS = 2;

    /** How long a replaced secret still signs beside the new one. */
    public static final Duration ROTATION = Duration.ofHours(24);

    private static final int MAX_ADDRESS = 2_000;

    public Webhook {
        Checks.id("id", id);
        checked(address);
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > MAX_SECRETS) {
            throw new FieldException("secrets", "must be 1 or 2, got " + secrets.size());
        }
    }

    /**
     * An address that is well formed; whether it may be called is another question.
     *
     * @throws FieldException of the field {@code url} if it is not
     */
    public static URI address(String text) {
        try {
            return checked(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new FieldException("url", "must be an absolute https address");
        }
    }

    private static URI checked(URI address) {
        if (address.toString().length() > MAX_ADDRESS) {
            throw new FieldException("url", "must be at most " + MAX_ADDRESS + " characters");
        }
        if (address.getHost() == null || address.getScheme() == null) {
            throw new FieldException("url", "must be an absolute https address with a host");
        }
        if (address.getUserInfo() != null || address.getFragment() != null) {
            throw new FieldException("url", "must hold no user, password or fragment");
        }
        return address;
    }

    /** The secrets that sign at a time, the current one first. */
    public List<WebhookSecret> signingAt(Instant time) {
        return secrets.stream().filter(secret -> secret.signsAt(time)).toList();
    }

    /** With a new secret; the current one signs on for {@link #ROTATION}, an older one no more. */
    public Webhook rotated(WebhookSecret next, Instant now) {
        return new Webhook(
                id,
                address,
                form,
                Stream.of(next, secrets.getFirst().endingAt(now.plus(ROTATION))).toList(),
                disabled,
                now);
    }

    /** Switched off, with the reason. */
    public Webhook disabledBecause(String reason, Instant now) {
        return new Webhook(id, address, form, secrets, Optional.of(reason), now);
    }
}
