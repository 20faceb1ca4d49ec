package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Credential;

import java.util.List;
import java.util.Map;

/** A token that is sent as it is, under {@code Authorization} (RFC 6750). */
record BearerToken(String field, boolean optional) implements Access.Keyed {
    @Override
    public List<String> fields() {
        return List.of(field);
    }

    @Override
    public Map<String, String> headers(Credential credential) {
        return Map.of("authorization", "Bearer " + credential.find(field).orElse(""));
    }
}
