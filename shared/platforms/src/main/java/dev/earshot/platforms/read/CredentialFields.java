package dev.earshot.platforms.read;

import dev.earshot.collect.feed.Credential;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials by name, as a JSON object of objects such as {@code {"youtube":{"key":"..."}}}.
 * Stateless.
 */
public final class CredentialFields {
    /** What such a text must be; no refusal holds a word of it. */
    public static final String FORM =
            "must be a JSON object such as {\"youtube\":{\"key\":\"...\"}}";

    private CredentialFields() {}

    /** The credentials in a text; empty if it is none. */
    public static Optional<Map<String, Credential>> of(String text) {
        try {
            if (JsonValues.read(text) instanceof Map<?, ?> all) {
                Map<String, Credential> credentials = new HashMap<>();
                all.forEach(
                        (name, fields) ->
                                credentials.put(String.valueOf(name), credential(fields)));
                return Optional.of(credentials);
            }
        } catch (BadField e) {
            // Its reason could quote a credential.
        }
        return Optional.empty();
    }

    private static Credential credential(@Nullable Object fields) {
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
