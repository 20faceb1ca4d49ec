package dev.earshot.core.privacy;

import dev.earshot.core.store.StoreException;

import java.util.Set;

/**
 * A store of personal data, as an erasure sees it. Every kind of item that tells of people and
 * every folder of the buckets is covered by one, or a test fails ({@link PersonalStore}).
 * Thread-safe; failures surface as {@link StoreException}.
 */
public interface ErasurePort {
    /** What it is, for people, for instance {@code posts}. */
    String name();

    /** The kinds of item by prefix, and folders of buckets with their slash. */
    Set<String> covers();

    /**
     * Removes what is left of some people. Repeating it finds nothing.
     *
     * @return how many items or files it has changed or removed
     */
    long erase(Erased people);
}
