package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/**
 * Whether a brand may appear beside the picture.
 *
 * @param label the most probable of drawing, hentai, neutral, porn, sexy
 * @param score its probability in [0, 1]
 * @param flagged true only where two independent models agree above the threshold
 */
public record Safety(String label, double score, boolean flagged) {
    public Safety {
        Checks.name("safety label", label, 32);
        Checks.inRange("safety score", score, 0, 1);
    }
}
