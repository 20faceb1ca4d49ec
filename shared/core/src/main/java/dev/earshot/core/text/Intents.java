package dev.earshot.core.text;

import dev.earshot.core.Checks;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Probability of each intent, in [0, 1], all of them present.
 *
 * @param sure whether the most probable one is probable enough to be the verdict
 */
public record Intents(Map<Intent, Double> scores, boolean sure) {
    public Intents {
        var copy = new EnumMap<Intent, Double>(Intent.class);
        for (Intent intent : Intent.values()) {
            Double score = scores.get(intent);
            if (score == null) {
                throw new IllegalArgumentException("scores must hold " + intent.key());
            }
            copy.put(intent, Checks.inRange(intent.key(), score, 0, 1));
        }
        scores = Collections.unmodifiableMap(copy);
    }

    /** The most probable intent, sure or not. */
    public Intent top() {
        return Collections.max(scores.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The intent that is counted; empty where the model is not sure enough. */
    public Optional<Intent> verdict() {
        return sure ? Optional.of(top()) : Optional.empty();
    }
}
