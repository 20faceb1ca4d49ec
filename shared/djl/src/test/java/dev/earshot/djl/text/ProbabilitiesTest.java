package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ProbabilitiesTest {
    private static final List<String> EMOTIONS = List.of("anger", "joy", "optimism", "sadness");

    @Test
    void read_secondRow_takesItsOwnColumns() {
        Probabilities probabilities = new Probabilities(heads("negative", 1, 1));
        float[] logits = {9, 0, 0, 9, 0, 0, 0, 0, 0, 9, 0, 0, 9, 0};
        TextAnalysis read = probabilities.read(logits, 1);
        assertThat(read.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(read.emotions().orElseThrow().top()).isEqualTo(Emotion.OPTIMISM);
    }

    @Test
    void softmax_temperatureOfTwo_halvesTheLogits() {
        double[] values = Probabilities.softmax(new float[] {2, 0}, 0, 2, 2);
        assertThat(values[0]).isCloseTo(Math.E / (Math.E + 1), within(1e-12));
    }

    @Test
    void softmax_hugeLogits_staysFinite() {
        assertThat(Probabilities.softmax(new float[] {1e30f, -1e30f}, 0, 2, 1))
                .containsExactly(1, 0);
    }

    @Test
    void probabilities_otherLabels_areRefused() {
        assertThatThrownBy(() -> new Probabilities(heads("bad", 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad");
    }

    private static List<ModelDescription.Head> heads(
            String first, double sentiment, double emotion) {
        return List.of(
                new ModelDescription.Head(
                        "sentiment", List.of(first, "neutral", "positive"), sentiment),
                new ModelDescription.Head("emotion", EMOTIONS, emotion));
    }
}
