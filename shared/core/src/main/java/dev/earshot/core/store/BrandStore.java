package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;

/** Keeps brands. Thread-safe; failures surface as {@link StoreException}. */
public interface BrandStore {
    /** Adds or replaces a brand; raises the catalogue's version. */
    void put(WorkspaceId workspace, Brand brand);

    /** Removes a brand and raises the catalogue's version; true if the brand existed. */
    boolean delete(WorkspaceId workspace, String brandId);

    /**
     * Raises the catalogue's version and changes no brand, so that readers take notice of what
     * belongs to a brand and is kept elsewhere, such as its logos.
     */
    void touch(WorkspaceId workspace);

    /** Only the current version number: one small, strongly consistent read. */
    long version(WorkspaceId workspace);

    /** All brands, strongly consistent, sorted by id. */
    BrandCatalogue catalogue(WorkspaceId workspace);
}
