package dev.earshot.lambda;

import dev.earshot.core.WorkspaceId;

import java.util.Set;

/**
 * Who asks, as the authoriser found: the one workspace that is open to them, and their scopes.
 *
 * @param name what the audit calls the caller: a digest of the key, or a token's subject
 * @param scopes any of {@code read}, {@code write}, {@code originals}, {@code resolve}, {@code
 *     admin}; admin includes all but resolve
 */
public record Caller(WorkspaceId workspace, String name, Set<String> scopes) {
    /** The right to tell whose pseudonym one is, which no other scope includes. */
    public static final String RESOLVE = "resolve";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the scope is among theirs. */
    public boolean may(String scope) {
        return scopes.contains(scope) || (scopes.contains("admin") && !scope.equals(RESOLVE));
    }
}
