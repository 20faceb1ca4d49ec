package dev.earshot.queryapi;

import dev.earshot.core.WorkspaceId;
import java.util.Set;

/**
 * Who asks, as the authoriser found: the one workspace that is open to them, and their scopes.
 *
 * @param scopes any of {@code read}, {@code write}, {@code originals}, {@code admin}; admin includes the others
 */
record Caller(WorkspaceId workspace, Set<String> scopes) {
    Caller {
        scopes = Set.copyOf(scopes);
    }

    boolean may(String scope) {
        return scopes.contains(scope) || scopes.contains("admin");
    }
}
