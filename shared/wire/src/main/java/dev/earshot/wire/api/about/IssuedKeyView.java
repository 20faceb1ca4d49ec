package dev.earshot.wire.api.about;

import java.util.List;

/**
 * A key that was issued just now.
 *
 * @param id as audits call the key
 * @param scopes sorted
 * @param key the key itself, which is shown this once and stored nowhere
 */
public record IssuedKeyView(String id, String name, List<String> scopes, String key) {
    public IssuedKeyView {
        scopes = List.copyOf(scopes);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "IssuedKeyView[" + id + "]";
    }
}
