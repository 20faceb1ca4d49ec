package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TellingSignsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ":)", ":-(", ":'(", "=D", "xD", ";-)", ":P", ">:(", ":))))", "(:", "D:", "<3",
                "<333", "</3", "^_^", "-_-", "T_T", "o_O", "\\o/", ":):)", "9/10", "4.5/5", "★★★☆☆"
            })
    void matches_facesHeartsAndRatings_sayYes(String word) {
        assertThat(TellingSigns.matches(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "---",
                "...",
                "!!!",
                "12:30",
                "10",
                "(",
                "()",
                "[1]",
                "a/b",
                "1,000",
                "~~~",
                "***",
                "<",
                "=",
                "===",
                "$9.99",
                "#1",
                "2024/11/05"
            })
    void matches_otherSigns_sayNo(String word) {
        assertThat(TellingSigns.matches(word)).isFalse();
    }
}
