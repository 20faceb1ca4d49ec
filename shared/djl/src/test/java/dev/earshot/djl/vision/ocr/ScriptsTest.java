package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    @ParameterizedTest
    @ValueSource(strings = {"3BOHИTe +7 912", "uwnTe Ha WИ", "tαv αyoyn", "xaMHn, 6OIbue"})
    void isMisread_lookAlikesOfAnotherScript_isTrue(String text) {
        assertThat(Scripts.isMisread(text, 0.8)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon RIB: FR14 2004 1010",
                "YouTube and an iPhone",
                "ORDER NUMBER 48213",
                "10 kΩ, 5 μ",
                "咖啡 COFFEE",
                "SIX.",
                "",
            })
    void isMisread_latinAndChinese_isFalse(String text) {
        assertThat(Scripts.isMisread(text, 0.97)).isFalse();
    }
}
