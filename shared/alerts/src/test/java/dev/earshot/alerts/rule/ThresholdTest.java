package dev.earshot.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "twice the usual and at least 20 posts | 2 | 20",
                "  Twice the  USUAL and at least 20 posts | 2 | 20",
                "at least 20 posts and twice the usual | 2 | 20",
                "3 times the usual | 3 | 0",
                "1.5x the usual, at least 1 post | 1.5 | 1",
                "at least three times the usual | 3 | 0",
                "at least 50 mentions | 1 | 50",
                "any rise | 1 | 0",
            })
    void parse_plainWords_readsBothNumbers(String words, double times, long atLeast) {
        assertThat(Threshold.parse(words)).isEqualTo(new Threshold(times, atLeast));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a lot",
                "twice and thrice the usual",
                "at least -5 posts",
                "0.5 times the usual",
                "5000 times the usual",
                "at least 20 posts and at least 30 posts",
                "twice the usual or at least 20 posts"
            })
    void parse_otherWords_saysWhatItUnderstands(String words) {
        assertThatThrownBy(() -> Threshold.parse(words))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("threshold must")
                .hasMessageContaining("the usual");
    }

    @Test
    void words_ofAnyThreshold_areReadBack() {
        for (double times : new double[] {1, 1.5, 2, 3, 12.25, 1_000}) {
            for (long posts : new long[] {0, 1, 20, 1_000_000}) {
                Threshold threshold = new Threshold(times, posts);
                assertThat(Threshold.parse(threshold.words())).isEqualTo(threshold);
            }
        }
        assertThat(new Threshold(2, 20).words()).isEqualTo("twice the usual and at least 20 posts");
    }
}
