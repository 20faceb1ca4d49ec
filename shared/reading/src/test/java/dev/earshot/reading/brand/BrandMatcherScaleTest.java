package dev.earshot.reading.brand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

final class BrandMatcherScaleTest {
    @Test
    void matcher_withTenThousandAliasesInEachOfTenBrands_findsEachBrand() {
        var random = new Random(7);
        List<Brand> brands = new ArrayList<>();
        for (int b = 0; b < 10; b++) {
            List<String> aliases = new ArrayList<>();
            for (int a = 0; a < Brand.MAX_TERMS; a++) {
                aliases.add(word(random) + " " + word(random) + " " + b);
            }
            brands.add(Brands.brand("brand-" + b, "Brandname" + b, aliases, List.of(), List.of()));
        }
        BrandMatcher matcher = BrandMatcher.of(new BrandCatalogue(1, brands));

        for (Brand brand : brands) {
            String alias = brand.aliases().get(random.nextInt(Brand.MAX_TERMS));
            assertThat(matcher.brands("I saw " + alias.toUpperCase(Locale.ROOT) + "!"))
                    .containsExactly(brand.id());
        }
    }

    @Test
    void text_ofGreatestLength_isMatchedWithNestedNames() {
        List<String> nested = new ArrayList<>();
        for (int length = 2; length <= 200; length++) {
            nested.add("q".repeat(length));
        }
        BrandMatcher matcher =
                BrandMatcher.of(
                        new BrandCatalogue(
                                1, List.of(Brands.brand("q", "qz", nested, List.of(), List.of()))));

        assertThat(matcher.mentions("q".repeat(100_000))).isEmpty();
        assertThat(matcher.mentions("qqq ".repeat(25_000))).hasSize(25_000);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 5 + random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
