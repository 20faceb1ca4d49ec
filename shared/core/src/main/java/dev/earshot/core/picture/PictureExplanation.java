package dev.earshot.core.picture;

import dev.earshot.core.Checks;

import java.util.List;

/**
 * Which part of a picture a label hangs on, found by covering one part after another.
 *
 * @param label an object, a scene, a setting or a garment
 * @param kind which of them: {@code object}, {@code scene}, {@code setting} or {@code clothing}
 * @param score the label's score on the whole picture, in [0, 1]
 * @param columns cells across; the cells divide the picture evenly
 * @param rows cells down
 * @param drops how much the score falls while a cell and its neighbours are covered, in [-1, 1];
 *     row by row, {@code columns * rows} values
 * @param scoreWithoutTop the score while the fifth of the cells that matter most is covered
 */
public record PictureExplanation(
        String label,
        String kind,
        double score,
        int columns,
        int rows,
        List<Double> drops,
        double scoreWithoutTop) {
    public PictureExplanation {
        Checks.name("label", label, 64);
        Checks.name("kind", kind, 16);
        Checks.inRange("score", score, 0, 1);
        Checks.inRange("score without the top fifth", scoreWithoutTop, 0, 1);
        drops = List.copyOf(drops);
        if (drops.size() != columns * rows) {
            throw new IllegalArgumentException(
                    "drops must have " + columns + " x " + rows + " values, got " + drops.size());
        }
    }
}
