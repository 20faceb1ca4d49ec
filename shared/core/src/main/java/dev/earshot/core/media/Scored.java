package dev.earshot.core.media;

import dev.earshot.core.Checks;

/**
 * A name with how sure its giver is.
 *
 * @param label English, lower case
 * @param score probability in [0, 1]
 */
public record Scored(String label, double score) {
    public Scored {
        Checks.name("label", label, 64);
        Checks.inRange("score", score, 0, 1);
    }
}
