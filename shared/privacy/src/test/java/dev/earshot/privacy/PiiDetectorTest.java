package dev.earshot.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.text.TextSpan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PiiDetectorTest {
    private static final PiiDetector DETECTOR = PiiDetector.builtIn();

    private static String masked(String text) {
        return DETECTOR.mask(text, List.of()).text();
    }

    @Test
    void mask_severalKinds_putsTheirPlaceholders() {
        assertThat(
                        masked(
                                "I am Margaret Thistlewood, ann@example.org or +44 7911 123456, card"
                                        + " 4111 1111 1111 1111"))
                .isEqualTo("I am [name], [email] or [phone], card [card]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am Margaret Thistlewood, ann@example.org or +44 7911 123456",
                "@ann told u/bob_b about 203.0.113.77 and 44051401359",
                "to GB82 WEST 1234 5698 7654 32, 221 Baker Street"
            })
    void mask_aMaskedText_changesNothing(String text) {
        String once = masked(text);
        assertThat(once).isNotEqualTo(text);
        assertThat(masked(once)).isEqualTo(once);
    }

    @Test
    void mask_whatNamesABrand_stays() {
        String text = "Thanks Hugo Boss and @hugoboss, says Margaret Thistlewood";
        var kept = List.of(new TextSpan(7, 16), new TextSpan(21, 30));
        assertThat(DETECTOR.mask(text, kept).text())
                .isEqualTo("Thanks Hugo Boss and @hugoboss, says [name]");
    }

    @Test
    void mask_aHashtagAndALink_stay() {
        String text = "#MargaretThistlewood https://example.org/p/4111111111111111";
        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void find_theLongestOfOverlappingKinds_isOneSpan() {
        MaskedText masked = DETECTOR.mask("margaret.thistlewood@example.org", List.of());
        assertThat(masked.masks()).hasSize(1);
    }

    @Test
    void masking_anUnknownSetting_isRefusedWithTheChoices() {
        assertThat(PersonalData.masking("keep").kept()).isEqualTo(Masking.Kept.ORIGINAL);
        assertThatThrownBy(() -> PersonalData.masking("hide"))
                .hasMessage("PERSONAL_DATA must be mask, keep or refuse, got 'hide'");
    }
}
