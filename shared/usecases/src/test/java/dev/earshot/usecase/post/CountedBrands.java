package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.store.BrandStore;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often brands are read. Thread-safe. */
public final class CountedBrands implements BrandStore {
    /** Reads of the version number. */
    public final AtomicInteger versions = new AtomicInteger();

    /** Reads of whole catalogues. */
    public final AtomicInteger catalogues = new AtomicInteger();

    private final BrandStore store;

    public CountedBrands(BrandStore store) {
        this.store = store;
    }

    @Override
    public void put(WorkspaceId workspace, Brand brand) {
        store.put(workspace, brand);
    }

    @Override
    public boolean delete(WorkspaceId workspace, String brandId) {
        return store.delete(workspace, brandId);
    }

    @Override
    public void touch(WorkspaceId workspace) {
        store.touch(workspace);
    }

    @Override
    public long version(WorkspaceId workspace) {
        versions.incrementAndGet();
        return store.version(workspace);
    }

    @Override
    public BrandCatalogue catalogue(WorkspaceId workspace) {
        catalogues.incrementAndGet();
        return store.catalogue(workspace);
    }
}
