package dev.earshot.reading.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That Python cuts alike is held by the pairs of {@code TextNormaliserTest}. */
final class TagCutTest {
    @ParameterizedTest
    @CsvSource({
        "hatethisplace, hate this place",
        "worstservice, worst service",
        // A name that no list knows
        "nivarosucks, nivaro sucks",
        "lovenivaro, love nivaro",
        // Nothing is felt
        "blackfridaydeals, blackfridaydeals",
        // One word, listed or not
        "starbucks, starbucks",
        "perfection, perfection",
        "talvix, talvix",
        // Too short, and too long
        "isit, isit",
        "goodgoodgoodgoodgoodgoodgoodgoodgoodgoodgood, goodgoodgoodgoodgoodgoodgoodgoodgoodgoodgood"
    })
    void starts_tagOfFeelingWithoutCapitals_areThoseOfItsWords(String tag, String words) {
        var cut = new StringBuilder(tag);
        int[] starts = TagCut.starts(tag);
        for (int i = starts.length - 1; i >= 0; i--) {
            cut.insert(starts[i], ' ');
        }

        assertThat(cut).hasToString(words);
    }
}
