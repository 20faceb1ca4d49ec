package dev.earshot.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "summer sale, sumner sa1e, 2",
        "'', abc, 3",
        "abc, abc, 0",
        "ab, ba, 2"
    })
    void of_twoStrings_isTheNumberOfEdits(String one, String other, int expected) {
        assertThat(EditDistance.of(one, other)).isEqualTo(expected);
        assertThat(EditDistance.of(other, one)).isEqualTo(expected);
    }

    @Test
    void of_upToALimit_isExactWithinItAndAboveItBeyond() {
        assertThat(EditDistance.of("kitten", "sitting", 3)).isEqualTo(3);
        assertThat(EditDistance.of("kitten", "sitting", 2)).isGreaterThan(2);
        assertThat(EditDistance.of("abc", "xyzabc", 1)).isGreaterThan(1);
    }
}
