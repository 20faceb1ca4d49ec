package dev.earshot.djl.text;

import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads one row of logits: sentiment's three columns, then emotion's four. Immutable. */
final class Probabilities {
    private static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");

    private final double sentimentTemperature;
    private final double emotionTemperature;

    /**
     * @throws IllegalArgumentException where the heads are not those that core's types hold
     */
    Probabilities(List<ModelDescription.Head> heads) {
        List<String> emotions =
                List.of(Emotion.values()).stream().map(Emotion::key).toList();
        List<List<String>> labels =
                heads.stream().map(ModelDescription.Head::labels).toList();
        if (!labels.equals(List.of(SENTIMENTS, emotions))) {
            throw new IllegalArgumentException(
                    "heads must be " + List.of(SENTIMENTS, emotions) + ", got " + labels);
        }
        sentimentTemperature = heads.get(0).temperature();
        emotionTemperature = heads.get(1).temperature();
    }

    int columns() {
        return SENTIMENTS.size() + Emotion.values().length;
    }

    TextAnalysis read(float[] logits, int row) {
        int start = row * columns();
        double[] sentiment =
                softmax(logits, start, SENTIMENTS.size(), sentimentTemperature);
        double[] emotion =
                softmax(
                        logits,
                        start + SENTIMENTS.size(),
                        Emotion.values().length,
                        emotionTemperature);
        Map<Emotion, Double> scores = new EnumMap<>(Emotion.class);
        Emotion[] names = Emotion.values();
        for (int i = 0; i < names.length; i++) {
            scores.put(names[i], emotion[i]);
        }
        return new TextAnalysis(
                new Sentiment(sentiment[0], sentiment[1], sentiment[2]), new Emotions(scores));
    }

    static double[] softmax(float[] logits, int start, int count, double temperature) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = start; i < start + count; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double[] values = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            values[i] = Math.exp((logits[start + i] - largest) / temperature);
            sum += values[i];
        }
        for (int i = 0; i < count; i++) {
            values[i] /= sum;
        }
        return values;
    }
}
