package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/**
 * A name with how sure its giver is.
 *
 * @param label English, lower case
 * @param score probability in [0, 1]
 * @param basis what it rests on: {@value #PICTURE}, or the names of the objects that speak for it
 */
public record Scored(String label, double score, String basis) {
    /** The look of the whole picture. */
    public static final String PICTURE = "picture";

    public Scored {
        Checks.name("label", label, 64);
        Checks.inRange("score", score, 0, 1);
        Checks.name("basis", basis, 200);
    }

    /** By the look of the whole picture. */
    public Scored(String label, double score) {
        this(label, score, PICTURE);
    }
}
