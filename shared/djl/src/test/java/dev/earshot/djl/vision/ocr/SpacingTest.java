package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SpacingTest {
    private static final List<String> CHARACTERS =
            "abTs@#:/x吃饭".codePoints().mapToObj(Character::toString).toList();

    @Test
    void repeats_withoutBlankBetween_areOneCharacter() {
        assertThat(read("aab", 0)).isEqualTo("ab");
    }

    @Test
    void repeats_withBlankBetween_areTwo() {
        assertThat(read("a_a", 0)).isEqualTo("aa");
    }

    @Test
    void gap_withProbableSpace_getsASpace() {
        assertThat(read("a_b", 0.1f)).isEqualTo("a b");
    }

    @Test
    void gap_withoutProbableSpace_getsNone() {
        assertThat(read("a_b", 0.001f)).isEqualTo("ab");
    }

    @Test
    void gap_insideAHandle_getsNone() {
        assertThat(read("@a_T", 0.1f)).isEqualTo("@aT");
    }

    @Test
    void gap_beforeAHashtag_getsASpace() {
        assertThat(read("#a_#T", 0.1f)).isEqualTo("#a #T");
    }

    @Test
    void gap_betweenHanCharacters_getsNone() {
        assertThat(read("吃_饭", 0.1f)).isEqualTo("吃饭");
    }

    @Test
    void space_readByTheNetwork_isNotDoubled() {
        assertThat(read("a_ _b", 0.1f)).isEqualTo("a b");
    }

    /** One step a character; an underscore is the blank, with the given probability of a space. */
    private static String read(String path, float space) {
        int[] points = path.codePoints().toArray();
        float[] steps = new float[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            String character = Character.toString(points[i]);
            int known = CHARACTERS.indexOf(character) + 1;
            steps[3 * i] = character.equals(" ") ? CHARACTERS.size() + 1 : known;
            steps[3 * i + 1] = 0.9f;
            steps[3 * i + 2] = known == 0 ? space : 0;
        }
        return new Spacing(steps, 0)
                .restore(new CtcDecoder(CHARACTERS).decode(steps, 0, points.length));
    }
}
