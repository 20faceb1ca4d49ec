package dev.earshot.core.catalogue;

import dev.earshot.core.picture.Fingerprint;
import dev.earshot.core.picture.Fingerprint.Point;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether two fingerprints are of one picture: either the whole pictures' low frequencies agree
 * almost entirely and some points do too, or enough points agree under one enlargement and shift,
 * as after a crop. Stateless.
 */
public final class SamePicture {
    /** Bits of 64 in which recompressed and resized copies differ at most. */
    private static final int WHOLE_BITS = 6;

    /** Bits in which two descriptions of one point differ at most. */
    private static final int POINT_BITS = 10;

    /** Thousandths of the longer side by which a point may lie off. */
    private static final double OFF = 15;

    private static final double LEAST_ENLARGEMENT = 0.4;
    private static final double MAX_ENLARGEMENT = 2.5;
    private static final int AGREEING_ALONE = 8;
    private static final int AGREEING_WITH_WHOLE = 3;

    /** Pictures with fewer points, such as plain ones, are judged by the whole alone. */
    private static final int FEW_POINTS = 6;

    private SamePicture() {}

    /** Symmetric. */
    public static boolean test(Fingerprint a, Fingerprint b) {
        boolean whole =
                a.whole() != Fingerprint.PLAIN
                        && b.whole() != Fingerprint.PLAIN
                        && Long.bitCount(a.whole() ^ b.whole()) <= WHOLE_BITS;
        if (whole && Math.min(a.points().size(), b.points().size()) < FEW_POINTS) {
            return true;
        }
        return agreeing(a.points(), b.points()) >= (whole ? AGREEING_WITH_WHOLE : AGREEING_ALONE);
    }

    private record Pair(Point a, Point b) {}

    /** The most points that agree under one enlargement and shift. */
    static int agreeing(List<Point> left, List<Point> right) {
        List<Pair> pairs = pairs(left, right);
        int most = 0;
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                most = Math.max(most, supporters(pairs, pairs.get(i), pairs.get(j)));
            }
        }
        return most;
    }

    private static List<Pair> pairs(List<Point> left, List<Point> right) {
        List<Pair> pairs = new ArrayList<>();
        for (Point a : left) {
            Point best = null;
            int least = POINT_BITS + 1;
            for (Point b : right) {
                int bits = Long.bitCount(a.code() ^ b.code());
                if (bits < least) {
                    least = bits;
                    best = b;
                }
            }
            if (best != null) {
                pairs.add(new Pair(a, best));
            }
        }
        return pairs;
    }

    private static int supporters(List<Pair> pairs, Pair first, Pair second) {
        double before = Math.hypot(second.a.x() - first.a.x(), second.a.y() - first.a.y());
        double after = Math.hypot(second.b.x() - first.b.x(), second.b.y() - first.b.y());
        if (before < 4 * OFF || after < 4 * OFF) {
            return 0;
        }
        double enlargement = after / before;
        if (enlargement < LEAST_ENLARGEMENT || enlargement > MAX_ENLARGEMENT) {
            return 0;
        }
        List<Point> used = new ArrayList<>();
        for (Pair pair : pairs) {
            double x = first.b.x() + enlargement * (pair.a.x() - first.a.x());
            double y = first.b.y() + enlargement * (pair.a.y() - first.a.y());
            if (Math.abs(x - pair.b.x()) <= OFF
                    && Math.abs(y - pair.b.y()) <= OFF
                    && !near(used, pair.b)) {
                used.add(pair.b);
            }
        }
        return used.size();
    }

    /** Points on one spot, seen at several sizes, are one witness. */
    private static boolean near(List<Point> used, Point point) {
        return used.stream()
                .anyMatch(
                        u ->
                                Math.abs(u.x() - point.x()) < OFF
                                        && Math.abs(u.y() - point.y()) < OFF);
    }
}
