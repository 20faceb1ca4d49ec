package dev.earshot.djl.vision.print;

import dev.earshot.core.picture.Fingerprint;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A picture's fingerprint: the signs of its 64 lowest frequencies relative to their median (a
 * perceptual hash, Zauner, 2010), and its most salient blobs over several sizes (differences of
 * Gaussians, Lowe, 2004), each described by 64 brightness comparisons between parts of its
 * neighbourhood. Mirrored and rotated copies are not recognised. Stateless.
 */
public final class Fingerprinter {
    private static final int WHOLE_SIDE = 32;
    private static final int FREQUENCIES = 8;
    private static final int MAX_SIDE = 360;
    private static final double RATIO = 1.25;
    private static final int SIZES = 6;
    private static final int POINTS = 48;
    private static final int POINTS_OF_SIZE = 14;

    /** Half the side of a point's neighbourhood, in pixels at the point's scale. */
    private static final int REACH = 12;

    private static final int PARTS = 6;
    private static final float MIN_CONTRAST = 2.5f;

    /**
     * Coefficient of a wave with an amplitude of one level of 255; a picture with less has nothing
     * to compare.
     */
    private static final double PLAIN = WHOLE_SIDE * WHOLE_SIDE / 2.0;

    private Fingerprinter() {}

    /** The fingerprint of a whole picture. */
    public static Fingerprint of(Pixels picture) {
        List<Found> found = new ArrayList<>();
        double longer = Math.max(picture.width(), picture.height());
        double zoom = Math.min(1, MAX_SIDE / longer);
        for (int i = 0; i < SIZES; i++) {
            int width = (int) Math.round(picture.width() * zoom);
            int height = (int) Math.round(picture.height() * zoom);
            if (Math.min(width, height) < 3 * REACH) {
                break;
            }
            found.addAll(
                    blobs(grey(picture, width, height), width, height, 1000 / (longer * zoom)));
            zoom /= RATIO;
        }
        found.sort(Comparator.comparingDouble(Found::strength).reversed());
        return new Fingerprint(
                whole(grey(picture, WHOLE_SIDE, WHOLE_SIDE)),
                found.stream().limit(POINTS).map(Found::point).toList());
    }

    private record Found(Fingerprint.Point point, double strength) {}

    private static float[] grey(Pixels picture, int width, int height) {
        float[] planes = Resampler.planes(picture, width, height);
        int plane = width * height;
        float[] grey = new float[plane];
        for (int i = 0; i < plane; i++) {
            grey[i] =
                    0.299f * planes[i]
                            + 0.587f * planes[plane + i]
                            + 0.114f * planes[2 * plane + i];
        }
        return grey;
    }

    private static long whole(float[] grey) {
        double[] values = new double[FREQUENCIES * FREQUENCIES];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                double sum = 0;
                for (int y = 0; y < WHOLE_SIDE; y++) {
                    double down = Math.cos(Math.PI * (y + 0.5) * (v + 1) / WHOLE_SIDE);
                    for (int x = 0; x < WHOLE_SIDE; x++) {
                        sum +=
                                grey[y * WHOLE_SIDE + x]
                                        * down
                                        * Math.cos(Math.PI * (x + 0.5) * u / WHOLE_SIDE);
                    }
                }
                values[v * FREQUENCIES + u] = sum;
            }
        }
        if (Arrays.stream(values).map(Math::abs).max().orElse(0) < PLAIN) {
            return Fingerprint.PLAIN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[31] + sorted[32]) / 2;
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            bits |= values[i] > median ? 1L << i : 0;
        }
        return bits;
    }

    private static List<Found> blobs(float[] grey, int width, int height, double thousandths) {
        float[] fine = blur(blur(grey, width, height), width, height);
        float[] coarse = fine;
        for (int i = 0; i < 4; i++) {
            coarse = blur(coarse, width, height);
        }
        float[] response = new float[grey.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = Math.abs(fine[i] - coarse[i]);
        }
        List<Found> found = new ArrayList<>();
        for (int y = REACH; y < height - REACH; y++) {
            for (int x = REACH; x < width - REACH; x++) {
                float strength = response[y * width + x];
                if (strength > MIN_CONTRAST && highest(response, width, x, y)) {
                    found.add(
                            new Found(
                                    new Fingerprint.Point(
                                            (int) Math.round((x + 0.5) * thousandths),
                                            (int) Math.round((y + 0.5) * thousandths),
                                            code(fine, width, x, y)),
                                    strength));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::strength).reversed());
        return found.subList(0, Math.min(POINTS_OF_SIZE, found.size()));
    }

    private static boolean highest(float[] response, int width, int x, int y) {
        float own = response[y * width + x];
        for (int v = y - 3; v <= y + 3; v++) {
            for (int u = x - 3; u <= x + 3; u++) {
                if (response[v * width + u] > own) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The descriptor: each bit compares a fixed pair of the 36 parts. */
    private static long code(float[] fine, int width, int x, int y) {
        int side = 2 * REACH / PARTS;
        float[] means = new float[PARTS * PARTS];
        for (int v = 0; v < 2 * REACH; v++) {
            for (int u = 0; u < 2 * REACH; u++) {
                means[v / side * PARTS + u / side] += fine[(y - REACH + v) * width + x - REACH + u];
            }
        }
        long bits = 0;
        int state = 12345;
        for (int i = 0; i < Long.SIZE; i++) {
            int first;
            int second;
            do {
                state = state * 1103515245 + 12345;
                first = (state >>> 16) % means.length;
                state = state * 1103515245 + 12345;
                second = (state >>> 16) % means.length;
            } while (first == second);
            bits |= means[first] > means[second] ? 1L << i : 0;
        }
        return bits;
    }

    /** Binomial blur, 1 2 1 along each axis; the border is unchanged. */
    private static float[] blur(float[] in, int width, int height) {
        float[] rows = in.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                rows[at] = (in[at - 1] + 2 * in[at] + in[at + 1]) / 4;
            }
        }
        float[] out = rows.clone();
        for (int at = width; at < in.length - width; at++) {
            out[at] = (rows[at - width] + 2 * rows[at] + rows[at + width]) / 4;
        }
        return out;
    }
}
