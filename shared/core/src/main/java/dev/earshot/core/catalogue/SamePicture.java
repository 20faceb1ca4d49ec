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
    /** Recompressed and resized copies differ in at most this many of 64 bits. */
    private static final int WHOLE_BITS = 6;

    /** Descriptions of one point differ in at most this many bits. */
    private static final int POINT_BITS = 10;

    /** A point may be off by this many thousandths of the longer side. */
    private static final double MAX_POINT_OFFSET = 15;

    private static final double MIN_ENLARGEMENT = 0.4;
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
        if (before < 4 * MAX_POINT_OFFSET || after < 4 * MAX_POINT_OFFSET) {
            return 0;
        }
        double enlargement = after / before;
        if (enlargement < MIN_ENLARGEMENT || enlargement > MAX_ENLARGEMENT) {
            return 0;
        }
        List<Point> used = new ArrayList<>();
        for (Pair pair : pairs) {
            double x = first.b.x() + enlargement * (pair.a.x() - first.a.x());
            double y = first.b.y() + enlargement * (pair.a.y() - first.a.y());
            if (Math.abs(x - pair.b.x()) <= MAX_POINT_OFFSET
                    && Math.abs(y - pair.b.y()) <= MAX_POINT_OFFSET
                    && !near(used, pair.b)) {
                used.add(pair.b);
            }
        }
        return used.size();
    }

    /** Points on one spot, found at several sizes, count once. */
    private static boolean near(List<Point> used, Point point) {
        return used.stream()
                .anyMatch(
                        u ->
                                Math.abs(u.x() - point.x()) < MAX_POINT_OFFSET
                                        && Math.abs(u.y() - point.y()) < MAX_POINT_OFFSET);
    }
}
