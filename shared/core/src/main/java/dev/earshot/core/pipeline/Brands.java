package dev.earshot.core.pipeline;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.BrandMatcher;
import dev.earshot.core.store.BrandStore;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The matcher of each workspace's brands, compiled anew only when they have changed. Asking costs
 * one small strongly consistent read, so a brand takes part from the next batch on. Thread-safe.
 */
public final class Brands {
    private final BrandStore store;
    private final ConcurrentHashMap<WorkspaceId, Compiled> compiled = new ConcurrentHashMap<>();

    public Brands(BrandStore store) {
        this.store = store;
    }

    /** The matcher for a workspace's brands as they are now. */
    public BrandMatcher matcher(WorkspaceId workspace) {
        long version = store.version(workspace);
        Compiled known = compiled.get(workspace);
        if (known != null && known.version == version) {
            return known.matcher;
        }
        BrandCatalogue catalogue = store.catalogue(workspace);
        Compiled fresh = new Compiled(catalogue.version(), BrandMatcher.of(catalogue));
        compiled.put(workspace, fresh);
        return fresh.matcher;
    }

    private record Compiled(long version, BrandMatcher matcher) {}
}
