package dev.earshot.video.shot;

import dev.earshot.video.frame.FrameDifference;
import dev.earshot.video.frame.Thumbnail;

import java.util.List;

/**
 * Finds dissolves: the frames between two different frames are mixtures of both, and the share of
 * the second rises evenly. Camera movement can't be explained by such mixtures. Stateless.
 */
final class Dissolves {
    /** Half the length of the longest dissolve that is found, in seconds. */
    static final double MAX_HALF_SECONDS = 1.05;

    private static final double[] HALVES = {0.25, 0.5, MAX_HALF_SECONDS};

    /** Minimum mean colour difference between the ends, of 255. */
    private static final double MIN_DIFFERENCE = 14;

    private static final double OTHER_COLOURS = 0.2;

    /** Share of that difference that mixtures may leave unexplained. */
    private static final double MAX_UNEXPLAINED = 0.33;

    /** The second frame's share of the middle frame may differ from a half by this much. */
    private static final double MIDDLE_TOLERANCE = 0.2;

    /** A larger step from one frame to the next is a cut. */
    private static final double MAX_STEP = 0.4;

    private static final double BLANK_CONTRAST = 6;
    private static final int MIN_FRAMES = 4;

    private Dissolves() {}

    /** How well frame {@code i} fits the middle of a dissolve, from 0 (not at all) to 1. */
    static double fit(List<Thumbnail> frames, int i) {
        double best = 0;
        for (double half : HALVES) {
            int from = at(frames, frames.get(i).seconds() - half);
            int to = at(frames, frames.get(i).seconds() + half);
            if (from >= 0 && from < i && to > i && to - from >= MIN_FRAMES) {
                best = Math.max(best, fit(frames, from, i, to));
            }
        }
        return best;
    }

    /** Index of the frame shown at a time, -1 if none is near. */
    private static int at(List<Thumbnail> frames, double seconds) {
        int best = -1;
        for (int i = 0; i < frames.size(); i++) {
            if (Math.abs(frames.get(i).seconds() - seconds) < 0.12
                    && (best < 0
                            || Math.abs(frames.get(i).seconds() - seconds)
                                    < Math.abs(frames.get(best).seconds() - seconds))) {
                best = i;
            }
        }
        return best;
    }

    private static double fit(List<Thumbnail> frames, int from, int middle, int to) {
        Thumbnail one = frames.get(from);
        Thumbnail other = frames.get(to);
        double apart = FrameDifference.mean(one, other);
        if (apart < MIN_DIFFERENCE
                || FrameDifference.histogram(one, other) < OTHER_COLOURS
                || FrameDifference.contrast(one) < BLANK_CONTRAST
                || FrameDifference.contrast(other) < BLANK_CONTRAST) {
            return 0;
        }
        double share = share(one, other, frames.get(middle));
        if (Math.abs(share - 0.5) > MIDDLE_TOLERANCE) {
            return 0;
        }
        double worst = 0;
        double last = 0;
        for (int i = from + 1; i <= to; i++) {
            double now = share(one, other, frames.get(i));
            if (Math.abs(now - last) > MAX_STEP || now < last - 0.15) {
                return 0;
            }
            last = now;
            worst = Math.max(worst, residual(one, other, frames.get(i), now) / apart);
        }
        return worst > MAX_UNEXPLAINED ? 0 : (1 - worst) * (1 - Math.abs(share - 0.5));
    }

    /** Least-squares share of the other frame in a mixture. */
    private static double share(Thumbnail one, Thumbnail other, Thumbnail mixture) {
        byte[] a = one.rgb();
        byte[] b = other.rgb();
        byte[] m = mixture.rgb();
        long dot = 0;
        long norm = 0;
        for (int i = 0; i < a.length; i++) {
            int way = (b[i] & 0xff) - (a[i] & 0xff);
            dot += (long) way * ((m[i] & 0xff) - (a[i] & 0xff));
            norm += (long) way * way;
        }
        return norm == 0 ? 0 : (double) dot / norm;
    }

    private static double residual(
            Thumbnail one, Thumbnail other, Thumbnail mixture, double share) {
        byte[] a = one.rgb();
        byte[] b = other.rgb();
        byte[] m = mixture.rgb();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double expected = (a[i] & 0xff) + share * ((b[i] & 0xff) - (a[i] & 0xff));
            sum += Math.abs((m[i] & 0xff) - expected);
        }
        return sum / a.length;
    }
}
