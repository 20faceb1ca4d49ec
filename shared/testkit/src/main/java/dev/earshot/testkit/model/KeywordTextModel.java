package dev.earshot.testkit.model;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads only {@code good} and {@code bad} as sentiment; the emotion is derived from the text's
 * hash, so equal texts get equal results. Probabilities have four decimals and sum to 1.
 * Thread-safe.
 */
public final class KeywordTextModel implements TextModel {
    private static final double SURE = 0.8;
    private static final double REST = 0.1;
    private static final double EMOTION_SURE = 0.7;

    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        return texts.stream().map(KeywordTextModel::analyse).toList();
    }

    @Override
    public ModelVersion version() {
        return new ModelVersion("keyword", "1", "0".repeat(64));
    }

    @Override
    public void close() {}

    private static TextAnalysis analyse(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        Sentiment sentiment =
                words.contains("bad")
                        ? new Sentiment(SURE, REST, REST)
                        : words.contains("good")
                                ? new Sentiment(REST, REST, SURE)
                                : new Sentiment(REST, SURE, REST);
        List<Emotion> all = List.of(Emotion.values());
        Emotion top = all.get(Math.floorMod(text.hashCode(), all.size()));
        Map<Emotion, Double> scores = new EnumMap<>(Emotion.class);
        all.forEach(emotion -> scores.put(emotion, emotion == top ? EMOTION_SURE : REST));
        return new TextAnalysis(sentiment, new Emotions(scores));
    }
}
