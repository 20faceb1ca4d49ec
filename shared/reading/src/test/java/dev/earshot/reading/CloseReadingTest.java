package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextWithSpans;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class CloseReadingTest {
    private static final String POLES =
            "I love the great brilliant camera but the battery is awful terrible";
    private static final String FLAT = "The box came on Monday. It is blue and round";

    private final Watched model = new Watched();

    @Test
    void read_modelThatReadsPartsInOnePass_isAskedOnce() {
        model.onePass = true;

        List<CloseReading.Result> results = CloseReading.read(model, requests(POLES, FLAT));

        assertThat(model.asked).containsExactly(POLES, FLAT);
        assertThat(results.getFirst().mixed()).isTrue();
        assertThat(results.getFirst().parts())
                .extracting(part -> part.sentiment().label().key())
                .containsExactly("positive", "negative");
    }

    @Test
    void read_modelThatReadsWholesAlone_isAskedAgainAboutClausesThatMayDiffer() {
        List<CloseReading.Result> results = CloseReading.read(model, requests(POLES, FLAT));

        assertThat(model.asked)
                .containsExactly(
                        POLES,
                        FLAT,
                        "I love the great brilliant camera",
                        "the battery is awful terrible");
        assertThat(results.getFirst().mixed()).isTrue();
        assertThat(results.getLast().parts()).isEmpty();
    }

    @Test
    void read_bothWays_agreesForAModelThatReadsWordByWord() {
        String spoken = "Love the camera, battery is awful. Nivaro is great, unlike Talvix";
        List<Target> targets = List.of(target(spoken, "camera"), target(spoken, "Talvix"));
        List<CloseReading.Passage> requests =
                List.of(
                        new CloseReading.Passage(spoken, "en", targets),
                        new CloseReading.Passage(POLES, "en", List.of()));
        List<CloseReading.Result> twice = CloseReading.read(model, requests);
        model.onePass = true;

        List<CloseReading.Result> once = CloseReading.read(model, requests);
        assertThat(once)
                .extracting(CloseReading.Result::whole, CloseReading.Result::parts)
                .isEqualTo(
                        twice.stream()
                                .map(result -> tuple(result.whole(), result.parts()))
                                .toList());
        assertThat(labels(once)).isEqualTo(labels(twice));
    }

    private static List<List<String>> labels(List<CloseReading.Result> results) {
        return results.stream()
                .map(
                        result ->
                                result.targets().stream()
                                        .map(target -> target.sentiment().label().key())
                                        .toList())
                .toList();
    }

    @Test
    void read_wholeWithOnePoleAlone_givesNoParts() {
        model.onePass = true;

        assertThat(CloseReading.read(model, requests(FLAT)))
                .allSatisfy(result -> assertThat(result.parts()).isEmpty());
    }

    @Test
    void read_nothing_asksNothing() {
        assertThat(CloseReading.read(model, List.of())).isEmpty();
        assertThat(model.asked).isEmpty();
    }

    private static List<CloseReading.Passage> requests(String... texts) {
        return List.of(texts).stream()
                .map(text -> new CloseReading.Passage(text, "en", List.of()))
                .toList();
    }

    private static Target target(String text, String name) {
        return new Target(name, text.indexOf(name), text.indexOf(name) + name.length());
    }

    /** Records the texts that it was asked about. */
    private static final class Watched implements TextModel {
        private final WordModel words = new WordModel();
        private final List<String> asked = new ArrayList<>();
        private boolean onePass;

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            asked.addAll(texts);
            return words.analyse(texts);
        }

        @Override
        public List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
            texts.forEach(text -> asked.add(text.text()));
            return words.analyseInParts(texts);
        }

        @Override
        public boolean readsPartsInOnePass() {
            return onePass;
        }

        @Override
        public ModelVersion version() {
            return words.version();
        }

        @Override
        public void close() {}
    }
}
