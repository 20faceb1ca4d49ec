package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.LogoStore;
import dev.earshot.reading.brand.BrandMatcher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The matcher of each workspace's brands, compiled anew only when they have changed. Asking costs
 * one small strongly consistent read, so a brand takes part from the next batch on. Thread-safe.
 */
public final class Brands {
    private final BrandStore store;
    private final Optional<LogoStore> logos;
    private final ConcurrentHashMap<WorkspaceId, Compiled> compiled = new ConcurrentHashMap<>();

    /** Without logos. */
    public Brands(BrandStore store) {
        this.store = store;
        this.logos = Optional.empty();
    }

    /** With the references of the brands' logos. */
    public Brands(BrandStore store, LogoStore logos) {
        this.store = store;
        this.logos = Optional.of(logos);
    }

    /** The matcher for a workspace's brands as they are now. */
    public BrandMatcher matcher(WorkspaceId workspace) {
        return now(workspace).matcher;
    }

    /** The references of all logos of a workspace as they are now. */
    public List<LogoReference> logos(WorkspaceId workspace) {
        return now(workspace).logos;
    }

    private Compiled now(WorkspaceId workspace) {
        long version = store.version(workspace);
        Compiled known = compiled.get(workspace);
        if (known != null && known.version == version) {
            return known;
        }
        BrandCatalogue catalogue = store.catalogue(workspace);
        Compiled fresh =
                new Compiled(
                        catalogue.version(),
                        BrandMatcher.of(catalogue),
                        catalogue.brands().stream()
                                .flatMap(
                                        brand ->
                                                logos.stream()
                                                        .flatMap(
                                                                l ->
                                                                        l
                                                                                .get(
                                                                                        workspace,
                                                                                        brand.id())
                                                                                .stream()))
                                .toList());
        compiled.put(workspace, fresh);
        return fresh;
    }

    private record Compiled(long version, BrandMatcher matcher, List<LogoReference> logos) {}
}
