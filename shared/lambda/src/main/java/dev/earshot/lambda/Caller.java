package dev.earshot.lambda;

import dev.earshot.core.WorkspaceId;

import java.util.Set;

/**
 * The caller as the authoriser identified them: the one workspace open to them, and their scopes.
 *
 * @param name the caller's name in the audit: a digest of the key, or a token's subject
 * @param scopes any of {@code read}, {@code write}, {@code originals}, {@code resolve}, {@code
 *     admin}; admin includes all but resolve
 */
public record Caller(WorkspaceId workspace, String name, Set<String> scopes) {
    /** The right to connect a pseudonym with an account, which no other scope includes. */
    public static final String RESOLVE = "resolve";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller has the scope. What it may not do itself it can give to no key either. */
    public boolean may(String scope) {
        return scopes.contains(scope) || (scopes.contains("admin") && !scope.equals(RESOLVE));
    }
}
