package dev.earshot.core.text;

import dev.earshot.core.Checks;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Probability of each emotion, in [0, 1], all four present.
 *
 * @param sure whether the most probable one is probable enough to be the verdict
 */
public record Emotions(Map<Emotion, Double> scores, boolean sure) {
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

    /** From a model that is always sure. */
    public Emotions(Map<Emotion, Double> scores) {
        this(scores, true);
    }

    /** The most probable emotion, sure or not. */
    public Emotion top() {
        return Collections.max(scores.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The emotion that is counted; empty where the model is not sure enough. */
    public Optional<Emotion> verdict() {
        return sure ? Optional.of(top()) : Optional.empty();
    }
}
