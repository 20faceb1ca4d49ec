package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.store.BrandStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brands in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryBrandStore implements BrandStore {
    private final Map<WorkspaceId, TreeMap<String, Brand>> brands = new HashMap<>();
    private final Map<WorkspaceId, Long> versions = new HashMap<>();

    @Override
    public synchronized void put(WorkspaceId workspace, Brand brand) {
        brands.computeIfAbsent(workspace, w -> new TreeMap<>()).put(brand.id(), brand);
        versions.merge(workspace, 1L, Long::sum);
    }

    @Override
    public synchronized boolean delete(WorkspaceId workspace, String brandId) {
        boolean there =
                brands.computeIfAbsent(workspace, w -> new TreeMap<>()).remove(brandId) != null;
        if (there) {
            versions.merge(workspace, 1L, Long::sum);
        }
        return there;
    }

    @Override
    public synchronized void touch(WorkspaceId workspace) {
        versions.merge(workspace, 1L, Long::sum);
    }

    @Override
    public synchronized long version(WorkspaceId workspace) {
        return versions.getOrDefault(workspace, 0L);
    }

    @Override
    public synchronized BrandCatalogue catalogue(WorkspaceId workspace) {
        return new BrandCatalogue(
                version(workspace),
                List.copyOf(brands.getOrDefault(workspace, new TreeMap<>()).values()));
    }
}
