package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.post.Pseudonymiser;
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
    private final Optional<Pseudonymiser> pseudonymiser;
    private final ConcurrentHashMap<WorkspaceId, Compiled> compiled = new ConcurrentHashMap<>();

    private Brands(
            BrandStore store, Optional<LogoStore> logos, Optional<Pseudonymiser> pseudonymiser) {
        this.store = store;
        this.logos = logos;
        this.pseudonymiser = pseudonymiser;
    }

    /** Terms alone, for whoever reads no posts. */
    public Brands(BrandStore store) {
        this(store, Optional.empty(), Optional.empty());
    }

    /** With the references of the brands' logos. */
    public Brands(BrandStore store, LogoStore logos) {
        this(store, Optional.of(logos), Optional.empty());
    }

    /** With the brands' own accounts, hashed as the posts' authors are. */
    public Brands(BrandStore store, Pseudonymiser pseudonymiser) {
        this(store, Optional.empty(), Optional.of(pseudonymiser));
    }

    /** With logos and own accounts. */
    public Brands(BrandStore store, LogoStore logos, Pseudonymiser pseudonymiser) {
        this(store, Optional.of(logos), Optional.of(pseudonymiser));
    }

    /** The matcher for a workspace's brands as they are now. */
    public BrandMatcher matcher(WorkspaceId workspace) {
        return of(workspace).matcher();
    }

    /** All brands of a workspace as they are now. */
    public BrandCatalogue catalogue(WorkspaceId workspace) {
        return store.catalogue(workspace);
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
                new WorkspaceBrands(
                        BrandMatcher.of(catalogue),
                        references(workspace, catalogue),
                        pseudonymiser
                                .map(key -> OwnAccounts.of(workspace, catalogue.brands(), key))
                                .orElse(OwnAccounts.NONE));
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
     * @param own the accounts that brands have themselves
     */
    public record WorkspaceBrands(
            BrandMatcher matcher, List<LogoReference> logos, OwnAccounts own) {
        public WorkspaceBrands {
            logos = List.copyOf(logos);
        }
    }

    private record Compiled(long version, WorkspaceBrands brands) {}
}
