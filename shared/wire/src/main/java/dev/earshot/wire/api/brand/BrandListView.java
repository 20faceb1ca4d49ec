package dev.earshot.wire.api.brand;

import dev.earshot.core.brand.Brand;

import java.util.List;

/**
 * The brands of a workspace.
 *
 * @param version rises with every change of any of them
 */
public record BrandListView(long version, List<Brand> brands) {
    public BrandListView {
        brands = List.copyOf(brands);
    }
}
