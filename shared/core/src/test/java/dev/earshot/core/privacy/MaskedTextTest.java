package dev.earshot.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.text.TextSpan;

import org.junit.jupiter.api.Test;

import java.util.List;

class MaskedTextTest {
    /** "ask [name] at [email] now": the name shrinks by 3 units, the address by 4. */
    private static final String TEXT = "ask Ann Smith at a@example.org now";

    private static final MaskedText MASKED =
            MaskedText.of(
                    TEXT,
                    List.of(
                            new PiiSpan(17, 30, PiiKind.EMAIL, "test"),
                            new PiiSpan(4, 13, PiiKind.PERSON, "test")));

    @Test
    void of_spansInAnyOrder_masksEach() {
        assertThat(MASKED.text()).isEqualTo("ask [name] at [email] now");
    }

    @Test
    void toOriginal_aWordBehindTheMasks_pointsAtTheSameWord() {
        int now = MASKED.text().indexOf("now");
        assertThat(MASKED.toOriginal(now, now + 3).of(TEXT)).isEqualTo("now");
        assertThat(MASKED.toOriginal(0, 3).of(TEXT)).isEqualTo("ask");
    }

    @Test
    void toOriginal_aPlaceholderOrPartOfIt_pointsAtAllItStandsFor() {
        assertThat(MASKED.toOriginal(4, 10).of(TEXT)).isEqualTo("Ann Smith");
        assertThat(MASKED.toOriginal(5, 9).of(TEXT)).isEqualTo("Ann Smith");
    }

    @Test
    void toMasked_everyWord_isTheInverse() {
        assertThat(MASKED.toMasked(31, 34).of(MASKED.text())).isEqualTo("now");
        assertThat(MASKED.toMasked(14, 16).of(MASKED.text())).isEqualTo("at");
        assertThat(MASKED.toMasked(8, 13).of(MASKED.text())).isEqualTo("[name]");
        assertThat(MASKED.toMasked(0, TEXT.length()))
                .isEqualTo(new TextSpan(0, MASKED.text().length()));
    }

    @Test
    void of_overlappingSpans_isRefused() {
        List<PiiSpan> twice =
                List.of(
                        new PiiSpan(0, 5, PiiKind.PERSON, "a"),
                        new PiiSpan(4, 6, PiiKind.PERSON, "b"));
        assertThatThrownBy(() -> MaskedText.of("abcdefgh", twice)).hasMessageContaining("apart");
    }
}
