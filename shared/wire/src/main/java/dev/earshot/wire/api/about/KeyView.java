package dev.earshot.wire.api.about;

import java.util.List;

/**
 * Whom a key makes its holder.
 *
 * @param id as audits call the key; it can't be turned back into it
 * @param scopes sorted
 */
public record KeyView(String id, String workspace, List<String> scopes) {
    public KeyView {
        scopes = List.copyOf(scopes);
    }
}
