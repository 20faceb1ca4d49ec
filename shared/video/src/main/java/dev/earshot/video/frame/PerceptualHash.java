package dev.earshot.video.frame;

import java.util.Arrays;

/**
 * A 64-bit hash of how a frame looks: signs of its 64 lowest-frequency cosine components relative
 * to their median (C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions,
 * 2010). Frames that look alike differ in few bits. Stateless.
 */
final class PerceptualHash {
    private static final int LOW_FREQUENCIES = 8;
    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    static long of(Thumbnail thumbnail) {
        int side = Thumbnail.SIDE;
        double[][] rows = new double[side][LOW_FREQUENCIES];
        for (int y = 0; y < side; y++) {
            for (int u = 0; u < LOW_FREQUENCIES; u++) {
                double sum = 0;
                for (int x = 0; x < side; x++) {
                    sum += thumbnail.luma(y * side + x) * COSINES[u][x];
                }
                rows[y][u] = sum;
            }
        }
        double[] components = new double[LOW_FREQUENCIES * LOW_FREQUENCIES];
        for (int v = 0; v < LOW_FREQUENCIES; v++) {
            for (int u = 0; u < LOW_FREQUENCIES; u++) {
                double sum = 0;
                for (int y = 0; y < side; y++) {
                    sum += rows[y][u] * COSINES[v][y];
                }
                components[v * LOW_FREQUENCIES + u] = sum;
            }
        }
        double[] sorted = Arrays.copyOfRange(components, 1, components.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long hash = 0;
        for (int i = 0; i < components.length; i++) {
            hash |= components[i] > median ? 1L << i : 0;
        }
        return hash;
    }

    /** Number of bits in which two hashes differ, 0 to 64. */
    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    private static double[][] cosines() {
        double[][] table = new double[LOW_FREQUENCIES][Thumbnail.SIDE];
        for (int u = 0; u < LOW_FREQUENCIES; u++) {
            for (int x = 0; x < Thumbnail.SIDE; x++) {
                table[u][x] = Math.cos((2 * x + 1) * u * Math.PI / (2 * Thumbnail.SIDE));
            }
        }
        return table;
    }
}
