package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.util.Optional;
import java.util.Set;

/** Looks up API keys. Thread-safe; failures surface as {@link StoreException}. */
public interface ApiKeys {
    /** What a key grants; empty if it is unknown. Only the key's SHA-256 is stored. */
    Optional<Grant> grant(String apiKey);

    /** The one workspace that a key gives access to, and what it may do there. */
    record Grant(WorkspaceId workspace, Set<String> scopes) {
        public Grant {
            scopes = Set.copyOf(scopes);
        }
    }
}
