package dev.earshot.evaluation.influence.world;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The reader of a made-up language, in which one word says gladness and another one anger. It
 * stands in for the text model, which knows no made-up words. Thread-safe.
 */
public final class Moods implements TextModel {
    private static final String GLAD = "gladoma";
    private static final String ANGRY = "grumoka";
    private static final double SURE = .8;
    private static final double REST = .1;

    static String of(boolean glad) {
        return glad ? GLAD : ANGRY;
    }

    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        Map<Emotion, Double> none = new EnumMap<>(Emotion.class);
        for (Emotion emotion : Emotion.values()) {
            none.put(emotion, REST);
        }
        var emotions = new Emotions(none);
        return texts.stream().map(text -> new TextAnalysis(sentiment(text), emotions)).toList();
    }

    private static Sentiment sentiment(String text) {
        return text.contains(ANGRY)
                ? new Sentiment(SURE, REST, REST)
                : text.contains(GLAD)
                        ? new Sentiment(REST, REST, SURE)
                        : new Sentiment(REST, SURE, REST);
    }

    @Override
    public ModelVersion version() {
        return new ModelVersion("planted moods", "1", "0".repeat(64));
    }

    @Override
    public void close() {}
}
