package dev.earshot.core.store;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up API keys. Thread-safe; failures surface as {@link StoreException}. */
public interface ApiKeys {
    /** All that a key may be allowed; {@code admin} is all of it but {@code resolve}. */
    List<String> SCOPES = List.of("read", "write", "originals", "resolve", "admin");

    /** What a key grants; empty if it is unknown. Only the key's SHA-256 is stored. */
    Optional<Grant> grant(String apiKey);

    /**
     * The id of a key, which the audit log and the registry call it by. It can't be turned back
     * into the key, and is no part of the digest by which keys are looked up.
     */
    static String id(String apiKey) {
        return "key-" + Digests.sha256("caller\0" + apiKey).substring(0, 12);
    }

    /** The one workspace that a key gives access to, and what it may do there. */
    record Grant(WorkspaceId workspace, Set<String> scopes) {
        public Grant {
            scopes = Set.copyOf(scopes);
        }
    }
}
