package dev.earshot.collect.feed;

import java.util.Map;
import java.util.Optional;

/** A credential's fields by name; its text form omits the values. */
public record Credential(Map<String, String> fields) {
    public Credential {
        fields = Map.copyOf(fields);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Credential" + fields.keySet();
    }
}
