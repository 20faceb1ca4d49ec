package dev.earshot.reading.brand;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;

import java.util.Arrays;
import java.util.List;

/** Shorthand for brands in tests. */
final class Brands {
    private Brands() {}

    static Brand brand(String id, String name, String... aliases) {
        return brand(id, name, List.of(aliases), List.of(), List.of());
    }

    static Brand brand(
            String id,
            String name,
            List<String> aliases,
            List<String> context,
            List<String> ambiguous) {
        return new Brand(
                id, name, aliases, List.of(), List.of(), List.of(), List.of(), List.of(), context,
                ambiguous);
    }

    static BrandMatcher matcher(Brand... brands) {
        return BrandMatcher.of(new BrandCatalogue(1, Arrays.asList(brands)));
    }
}
