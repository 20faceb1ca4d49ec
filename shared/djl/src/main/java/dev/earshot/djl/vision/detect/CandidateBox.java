package dev.earshot.djl.vision.detect;

import dev.earshot.core.picture.Box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A box before non-maximum suppression, in pixels of the picture; it may extend beyond the picture.
 */
record CandidateBox(double left, double top, double right, double bottom, int label, double score) {

    private static final Comparator<CandidateBox> MOST_CERTAIN_FIRST =
            Comparator.comparingDouble(CandidateBox::score).reversed();

    /**
     * Greedy non-maximum suppression: from the most certain down, drops each candidate for which
     * {@code doubles} holds with one already kept.
     */
    static List<CandidateBox> withoutDoubles(
            List<CandidateBox> candidates, BiPredicate<CandidateBox, CandidateBox> doubles) {
        List<CandidateBox> kept = new ArrayList<>();
        for (CandidateBox candidate : candidates.stream().sorted(MOST_CERTAIN_FIRST).toList()) {
            if (kept.stream().noneMatch(other -> doubles.test(other, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** Intersection over union, in [0, 1]. */
    double overlap(CandidateBox other) {
        return Box.overlap(shared(other), area(), other.area());
    }

    /** Share of the smaller box that lies in the other, in [0, 1]. */
    double containment(CandidateBox other) {
        double shared = shared(other);
        return shared == 0 ? 0 : shared / Math.min(area(), other.area());
    }

    /** The part inside a picture, rounded to a tenth of a pixel. */
    Box within(int width, int height) {
        double x = Box.tenths(Math.clamp(left, 0, width));
        double y = Box.tenths(Math.clamp(top, 0, height));
        return new Box(
                x,
                y,
                Box.tenths(Math.clamp(right, x, width) - x),
                Box.tenths(Math.clamp(bottom, y, height) - y));
    }

    private double area() {
        return Math.max(0, right - left) * Math.max(0, bottom - top);
    }

    private double shared(CandidateBox other) {
        return Box.shared(left, right, other.left, other.right)
                * Box.shared(top, bottom, other.top, other.bottom);
    }
}
