package dev.earshot.djl.vision.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest-area rectangle around a set of points: one of its sides lies along a side of the
 * convex hull (Freeman and Shapira, 1975).
 */
final class MinimumRectangle {
    private MinimumRectangle() {}

    /** Needs at least three points that are not on one line. */
    static SlantedBox around(List<double[]> points, double score) {
        List<double[]> hull = hull(points);
        SlantedBox best = null;
        for (int i = 0; i < hull.size(); i++) {
            double[] from = hull.get(i);
            double[] to = hull.get((i + 1) % hull.size());
            SlantedBox box = along(hull, Math.atan2(to[1] - from[1], to[0] - from[0]), score);
            if (best == null || box.width() * box.height() < best.width() * best.height()) {
                best = box;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("at least one point is needed, got none");
        }
        return best;
    }

    private static SlantedBox along(List<double[]> hull, double angle, double score) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double[] point : hull) {
            double u = point[0] * cos + point[1] * sin;
            double v = -point[0] * sin + point[1] * cos;
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }
        double u = (left + right) / 2;
        double v = (top + bottom) / 2;
        return new SlantedBox(
                u * cos - v * sin, u * sin + v * cos, right - left, bottom - top, angle, score);
    }

    /** Andrew's monotone chain. */
    private static List<double[]> hull(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        List<double[]> hull = new ArrayList<>(half(sorted));
        List<double[]> upper = half(sorted.reversed());
        hull.removeLast();
        upper.removeLast();
        hull.addAll(upper);
        return hull;
    }

    private static List<double[]> half(List<double[]> points) {
        List<double[]> chain = new ArrayList<>();
        for (double[] point : points) {
            while (chain.size() >= 2
                    && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
                chain.removeLast();
            }
            chain.add(point);
        }
        return chain;
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
