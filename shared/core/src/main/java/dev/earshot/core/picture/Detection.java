package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/**
 * One thing found in a picture.
 *
 * @param label English class name, for instance {@code person}
 * @param score the model's confidence in [0, 1]
 */
public record Detection(String label, double score, Box box) {
    public Detection {
        Checks.name("detection label", label, 64);
        Checks.inRange("detection score", score, 0, 1);
    }
}
