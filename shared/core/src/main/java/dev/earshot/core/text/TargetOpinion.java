package dev.earshot.core.text;

import dev.earshot.core.Checks;

/**
 * What a model that reads targets says of a text's sentiment towards one of them.
 *
 * @param sureFrom least probability of the strongest class for a verdict, in [0, 1]
 * @param mixed whether the text both praises and blames the target
 */
public record TargetOpinion(Sentiment sentiment, double sureFrom, boolean mixed) {
    public TargetOpinion {
        Checks.inRange("sureFrom", sureFrom, 0, 1);
    }
}
