package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OcclusionExplainerTest {
    private static final Emotions EVEN =
            new Emotions(
                    Map.of(
                            Emotion.ANGER, .25,
                            Emotion.JOY, .25,
                            Emotion.OPTIMISM, .25,
                            Emotion.SADNESS, .25));

    @Test
    void explain_oneTellingWord_putsItFirst() {
        WordCountingModel model = new WordCountingModel();
        List<WordDriver> drivers = new OcclusionExplainer(model).explain("the\nawful  battery");
        assertThat(drivers.getFirst()).isEqualTo(new WordDriver("awful", 1, 0.9 - 0.1));
        assertThat(drivers).hasSize(3);
        assertThat(drivers.subList(1, 3)).allMatch(driver -> driver.weight() == 0);
        assertThat(model.calls).as("all variants in one call").hasSize(1);
    }

    @Test
    void explain_noWords_isEmptyAndAsksNothing() {
        WordCountingModel model = new WordCountingModel();
        assertThat(new OcclusionExplainer(model).explain(" \n ")).isEmpty();
        assertThat(model.calls).isEmpty();
    }

    @Test
    void explain_veryLongText_triesOnlyWordsThatTheModelCanRead() {
        WordCountingModel model = new WordCountingModel();
        List<WordDriver> drivers = new OcclusionExplainer(model).explain("a ".repeat(5_000));
        assertThat(drivers).hasSize(OcclusionExplainer.MAX_WORDS);
        assertThat(model.calls.getFirst()).hasSize(OcclusionExplainer.MAX_WORDS + 1);
    }

    /** Finds a text negative where it holds the word "awful". */
    private static final class WordCountingModel implements TextModel {
        private final List<List<String>> calls = new ArrayList<>();

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            calls.add(texts);
            return texts.stream()
                    .map(text -> text.contains("awful") ? 0.9 : 0.1)
                    .map(p -> new TextAnalysis(new Sentiment(p, 0.05, 0.95 - p), EVEN))
                    .toList();
        }

        @Override
        public ModelVersion version() {
            return new ModelVersion("fake", "1", "0".repeat(64));
        }

        @Override
        public void close() {}
    }
}
