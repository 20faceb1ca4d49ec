package dev.earshot.core.brand;

import java.util.List;
import java.util.Locale;

/** PLACEHOLDER for the brand-matching helper, who replaces it; keep these signatures. */
public final class BrandMatcher {
    private final BrandCatalogue catalogue;

    private BrandMatcher(BrandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Compiles a catalogue. */
    public static BrandMatcher of(BrandCatalogue catalogue) {
        return new BrandMatcher(catalogue);
    }

    /** Distinct ids of the brands that a text mentions, sorted. */
    public List<String> brands(String text) {
        return catalogue.brands().stream()
                .filter(b -> text.toLowerCase(Locale.ROOT).contains(b.name().toLowerCase(Locale.ROOT)))
                .map(Brand::id)
                .sorted()
                .toList();
    }

    /** Distinct ids of the brands that the lines of text in a picture mention, sorted. */
    public List<String> brandsInPicture(List<String> lines) {
        return brands(String.join("\n", lines));
    }
}
