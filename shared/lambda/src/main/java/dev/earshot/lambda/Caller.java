package dev.earshot.lambda;

import dev.earshot.core.WorkspaceId;
import java.util.Set;

/**
 * Who asks, as the authoriser found: the one workspace that is open to them, and their scopes.
 *
 * @param scopes any of {@code read}, {@code write}, {@code admin}; admin includes the others
 */
public record Caller(WorkspaceId workspace, Set<String> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the scope is among theirs. */
    public boolean may(String scope) {
        return scopes.contains(scope) || scopes.contains("admin");
    }
}
