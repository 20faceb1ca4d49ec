package dev.earshot.core.text;

import dev.earshot.core.Checks;

/** A label with its probability, in [0, 1]. */
public record LabelScore(String label, double probability) {
    public LabelScore {
        Checks.name("label", label, 64);
        Checks.inRange("probability of " + label, probability, 0, 1);
    }
}
