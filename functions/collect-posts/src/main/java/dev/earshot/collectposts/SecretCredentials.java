package dev.earshot.collectposts;

import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.Credentials;
import dev.earshot.core.store.StoreException;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.JsonValues;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Credentials from a secret that is a JSON object of objects, such as {@code
 * {"youtube":{"key":"..."}}}. It is read again after five minutes, so a change of it takes effect.
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
            known = parsed(new String(secret.get(), StandardCharsets.UTF_8));
            readAt = now;
        }
        return Optional.ofNullable(known.get(name));
    }

    private static Map<String, Credential> parsed(String text) {
        Map<String, Credential> credentials = new HashMap<>();
        try {
            if (JsonValues.read(text) instanceof Map<?, ?> all) {
                all.forEach(
                        (name, fields) ->
                                credentials.put(String.valueOf(name), credential(fields)));
                return credentials;
            }
        } catch (BadField e) {
            // Falls through: the reason could quote the secret.
        }
        throw new StoreException(
                "the secret of credentials must be a JSON object such as"
                        + " {\"youtube\":{\"key\":\"...\"}}",
                null);
    }

    private static Credential credential(Object fields) {
        Map<String, String> texts = new HashMap<>();
        if (fields instanceof Map<?, ?> each) {
            each.forEach(
                    (name, value) -> {
                        if (value instanceof String text) {
                            texts.put(String.valueOf(name), text);
                        }
                    });
        }
        return new Credential(texts);
    }
}
