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
 * The matcher and logos of each workspace's brands, compiled anew only when the brands have
 * changed. Asking costs one small strongly consistent read, so a new brand takes part from the next
 * batch on. Thread-safe.
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
        return of(workspace).matcher();
    }

    /** A workspace's brands as they are now, for whoever needs the matcher and the logos. */
    public WorkspaceBrands of(WorkspaceId workspace) {
        long version = store.version(workspace);
        Compiled known = compiled.get(workspace);
        if (known != null && known.version == version) {
            return known.brands;
        }
        BrandCatalogue catalogue = store.catalogue(workspace);
        var fresh =
                new WorkspaceBrands(BrandMatcher.of(catalogue), references(workspace, catalogue));
        compiled.put(workspace, new Compiled(catalogue.version(), fresh));
        return fresh;
    }

    private List<LogoReference> references(WorkspaceId workspace, BrandCatalogue catalogue) {
        if (logos.isEmpty()) {
            return List.of();
        }
        LogoStore kept = logos.get();
        return catalogue.brands().stream()
                .flatMap(brand -> kept.get(workspace, brand.id()).stream())
                .toList();
    }

    /**
     * The brands of one workspace at one moment. Immutable.
     *
     * @param matcher finds the brands in texts
     * @param logos references of all brands' logos
     */
    public record WorkspaceBrands(BrandMatcher matcher, List<LogoReference> logos) {
        public WorkspaceBrands {
            logos = List.copyOf(logos);
        }
    }

    private record Compiled(long version, WorkspaceBrands brands) {}
}
