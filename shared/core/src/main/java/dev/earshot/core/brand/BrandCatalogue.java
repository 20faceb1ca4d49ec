package dev.earshot.core.brand;

import java.util.List;

/**
 * All brands of one workspace at one moment.
 *
 * @param version grows with every change; equal versions mean equal brands
 */
public record BrandCatalogue(long version, List<Brand> brands) {
    /** A workspace that has registered nothing yet. */
    public static final BrandCatalogue EMPTY = new BrandCatalogue(0, List.of());

    public BrandCatalogue {
        brands = List.copyOf(brands);
    }
}
