package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/**
 * A label with its confidence.
 *
 * @param label English, lower case
 * @param score probability in [0, 1]
 * @param basis evidence: {@value #PICTURE}, or the names of the objects that suggest it
 */
public record Scored(String label, double score, String basis) {
    /** The evidence is the picture as a whole. */
    public static final String PICTURE = "picture";

    public Scored {
        Checks.name("label", label, 64);
        Checks.inRange("score", score, 0, 1);
        Checks.name("basis", basis, 200);
    }

    /** A label for the picture as a whole. */
    public Scored(String label, double score) {
        this(label, score, PICTURE);
    }
}
