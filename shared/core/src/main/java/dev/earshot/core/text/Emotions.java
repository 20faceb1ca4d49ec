package dev.earshot.core.text;

import dev.earshot.core.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Probability of each emotion, in [0, 1], all four present. */
public record Emotions(Map<Emotion, Double> scores) {
    public Emotions {
        var copy = new EnumMap<Emotion, Double>(Emotion.class);
        for (Emotion emotion : Emotion.values()) {
            Double score = scores.get(emotion);
            if (score == null) {
                throw new IllegalArgumentException("scores must hold " + emotion.key());
            }
            copy.put(emotion, Checks.inRange(emotion.key(), score, 0, 1));
        }
        scores = Collections.unmodifiableMap(copy);
    }

    /** The most probable emotion. */
    public Emotion top() {
        return Collections.max(scores.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
