package dev.earshot.reading.brand;

import static dev.earshot.reading.brand.Brands.brand;
import static dev.earshot.reading.brand.Brands.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

final class BrandMatcherPictureTest {
    private static final BrandMatcher MATCHER =
            matcher(
                    brand("halden", "Halden", "Halden Mobile"),
                    brand("acme", "Acme"),
                    brand("target", "Target", List.of(), List.of("checkout"), List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HALDEN",
                "HAL DEN",
                "Ha1den",
                "HALDFN phones",
                "HALDENN",
                "HADEN store",
                "Halden|Mob1le",
                "HALDENMOBILE",
                "HALUEN M0BILE now",
                "new Halden"
            })
    void lines_withMisreadName_nameTheBrand(String lines) {
        assertThat(MATCHER.brandsInPicture(Arrays.asList(lines.split("\\|"))))
                .containsExactly("halden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOLDING", "garden", "ACNE", "HADFN", "TARGET", "TARGFT", "hidden"})
    void lines_withAnotherWord_nameNoBrand(String line) {
        assertThat(MATCHER.brandsInPicture(List.of(line))).isEmpty();
    }

    @Test
    void lines_withAmbiguousNameAndContext_nameTheBrand() {
        assertThat(MATCHER.brandsInPicture(List.of("TARGET", "CHECKOUT 4")))
                .containsExactly("target");
    }

    @Test
    void lines_none_nameNothing() {
        assertThat(MATCHER.brandsInPicture(List.of())).isEmpty();
    }
}
