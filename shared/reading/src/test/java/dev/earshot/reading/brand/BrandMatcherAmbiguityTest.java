package dev.earshot.reading.brand;

import static dev.earshot.reading.brand.Brands.brand;
import static dev.earshot.reading.brand.Brands.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class BrandMatcherAmbiguityTest {
    private static final Brand TARGET =
            new Brand(
                    "target",
                    "Target",
                    List.of(),
                    List.of("target"),
                    List.of("targetrun"),
                    List.of("Redcard"),
                    List.of(),
                    List.of(),
                    List.of("store", "checkout"),
                    List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we missed the target again",
                "Target practice was fun",
                "so tired. Target practice was fun",
                "@bob Target practice was fun",
                "first line\nTarget practice was fun",
                "HE HIT THE TARGET AGAIN",
                "Police Say The Target Was Chosen",
                "Target",
                "#target #fitness goals",
                "💪 Target reached today",
            })
    void commonWord_withoutSignOfBrand_isNotAttributed(String text) {
        assertThat(matcher(TARGET).brands(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the queue at Target is endless",
                "at the target checkout again",
                "target store is closed",
                "Target has my redcard",
                "@target the target was wrong",
                "#TargetRun at the target",
                "#target #store",
            })
    void commonWord_withSignOfBrand_isAttributed(String text) {
        assertThat(matcher(TARGET).brands(text)).containsExactly("target");
    }

    @Test
    void name_listedAsAmbiguous_needsSignOfBrand() {
        BrandMatcher matcher =
                matcher(
                        brand(
                                "zelda",
                                "Zelda Coffee",
                                List.of("Zelda"),
                                List.of("espresso"),
                                List.of("zelda")));

        assertThat(matcher.brands("playing zelda all night")).isEmpty();
        assertThat(matcher.brands("zelda has the best espresso")).containsExactly("zelda");
        assertThat(matcher.brands("zelda coffee")).containsExactly("zelda");
    }

    @Test
    void contextWord_insideTheNameItself_isNoSign() {
        BrandMatcher matcher =
                matcher(
                        brand(
                                "ch",
                                "Coffee House",
                                List.of(),
                                List.of("coffee"),
                                List.of("coffee house")));

        assertThat(matcher.brands("a coffee house")).isEmpty();
        assertThat(matcher.brands("a coffee house with bad coffee")).containsExactly("ch");
    }

    @Test
    void capitalsWithinName_tellEvenAtStartOfSentence() {
        BrandMatcher matcher = matcher(brand("gap", "GAP"), brand("open", "OpEn"));

        assertThat(matcher.brands("GAP jeans are too short for me")).containsExactly("gap");
        assertThat(matcher.brands("Gap years are too short for me")).isEmpty();
        assertThat(matcher.brands("OpEn is my favourite")).containsExactly("open");
    }

    @Test
    void singleLetter_isAmbiguous() {
        BrandMatcher matcher = matcher(brand("x", "X", List.of(), List.of("tweet"), List.of()));

        assertThat(matcher.brands("x marks the spot")).isEmpty();
        assertThat(matcher.brands("my tweet on x")).containsExactly("x");
    }

    @Test
    void uncommonWord_isFirm() {
        assertThat(matcher(brand("h", "Hooli")).brands("hooli")).containsExactly("h");
    }
}
