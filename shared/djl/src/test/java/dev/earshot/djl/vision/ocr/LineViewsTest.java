package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.ocr.LineRecogniser.Reading;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** With a recogniser that answers from a list, call by call. */
class LineViewsTest {
    private final List<Integer> calls = new ArrayList<>();

    private List<String> read(int lines, List<List<Reading>> answers) {
        Pixels picture = new Pixels(100, 10, new byte[3 * 100 * 10]);
        List<LineStrip> strips = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            strips.add(new LineStrip(picture, new SlantedBox(50, 5, 100 - i, 10, 0, 1)));
        }
        LineViews views =
                new LineViews(
                        batch -> {
                            calls.add(batch.size());
                            return answers.get(calls.size() - 1);
                        });
        return views.read(strips).stream().map(Reading::text).toList();
    }

    private static List<Reading> all(int lines, String text, double confidence) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            readings.add(new Reading(text + i, confidence));
        }
        return readings;
    }

    @Test
    void read_uprightLines_triesOnlyTheLongestOtherwise() {
        assertThat(
                        read(
                                6,
                                List.of(
                                        all(6, "upright", 0.95),
                                        all(4, "turned", 0.99),
                                        all(4, "mirrored", 0.9))))
                .containsOnly(
                        "upright0", "upright1", "upright2", "upright3", "upright4", "upright5");
        assertThat(calls).containsExactly(6, 4, 4);
    }

    @Test
    void read_turnedPicture_turnsTheRestToo() {
        assertThat(
                        read(
                                6,
                                List.of(
                                        all(6, "upright", 0.7),
                                        all(4, "turned", 0.98),
                                        all(4, "mirrored", 0.8),
                                        all(2, "rest", 0.98),
                                        all(2, "mirrored", 0.8))))
                .containsExactly("turned0", "turned1", "turned2", "turned3", "rest0", "rest1");
    }

    @Test
    void read_shortWord_staysAsItStands() {
        assertThat(
                        read(
                                1,
                                List.of(
                                        List.of(new Reading("SOS", 0.7)),
                                        List.of(new Reading("808", 0.99)),
                                        List.of(new Reading("202", 0.99)))))
                .containsExactly("SOS");
    }

    @Test
    void read_noLines_asksForNothingMore() {
        assertThat(read(0, List.of(List.of()))).isEmpty();
        assertThat(calls).containsExactly(0);
    }
}
