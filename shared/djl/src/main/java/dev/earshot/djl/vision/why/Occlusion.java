package dev.earshot.djl.vision.why;

import dev.earshot.djl.image.Pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Covers one part of a picture after another, and sees how far a score falls (Zeiler and Fergus,
 * "Visualizing and understanding convolutional networks", 2014). A patch is two cells wide and
 * high, and moves by one cell; a cell's drop is the mean over the patches that cover it. What is
 * covered gets the picture's mean colour. For one picture and one thread.
 */
final class Occlusion {
    /** Cells along the longer side. */
    private static final int CELLS = 8;

    private static final int PATCH = 2;

    /** Pictures scored in one run of the networks; bounds the memory. */
    private static final int BATCH = 8;

    /** The share of the cells that is covered to see what the most important ones carry. */
    private static final double TOP = 0.2;

    private final Pixels picture;
    private final Function<List<Pixels>, double[]> scores;
    private final byte[] mean;
    final int columns;
    final int rows;

    /**
     * @param scores one score for each picture
     */
    Occlusion(Pixels picture, Function<List<Pixels>, double[]> scores) {
        this.picture = picture;
        this.scores = scores;
        this.mean = mean(picture);
        double longer = Math.max(picture.width(), picture.height());
        this.columns = cells(picture.width(), longer);
        this.rows = cells(picture.height(), longer);
    }

    private static int cells(int side, double longer) {
        return Math.clamp(
                Math.round(CELLS * side / longer), Math.min(PATCH, side), Math.min(CELLS, side));
    }

    double whole() {
        return scores.apply(List.of(picture))[0];
    }

    /** How far the score falls for each cell, row by row. */
    double[] drops(double whole) {
        List<boolean[]> covers = new ArrayList<>();
        for (int top = 0; top <= Math.max(0, rows - PATCH); top++) {
            for (int left = 0; left <= Math.max(0, columns - PATCH); left++) {
                boolean[] cover = new boolean[columns * rows];
                for (int y = top; y < Math.min(rows, top + PATCH); y++) {
                    for (int x = left; x < Math.min(columns, left + PATCH); x++) {
                        cover[y * columns + x] = true;
                    }
                }
                covers.add(cover);
            }
        }
        double[] without = without(covers);
        double[] sums = new double[columns * rows];
        int[] times = new int[columns * rows];
        for (int i = 0; i < covers.size(); i++) {
            for (int cell = 0; cell < sums.length; cell++) {
                if (covers.get(i)[cell]) {
                    sums[cell] += whole - without[i];
                    times[cell]++;
                }
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= times[cell];
        }
        return sums;
    }

    /** The fifth of the cells whose drops are largest. */
    boolean[] top(double[] drops) {
        boolean[] cover = new boolean[drops.length];
        IntStream.range(0, drops.length)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -drops[cell]))
                .limit(Math.max(1, Math.round(TOP * drops.length)))
                .forEach(cell -> cover[cell] = true);
        return cover;
    }

    /** The scores while these cells are covered. */
    double[] without(List<boolean[]> covers) {
        double[] all = new double[covers.size()];
        for (int from = 0; from < all.length; from += BATCH) {
            int to = Math.min(all.length, from + BATCH);
            double[] some =
                    scores.apply(covers.subList(from, to).stream().map(this::covered).toList());
            System.arraycopy(some, 0, all, from, to - from);
        }
        return all;
    }

    private Pixels covered(boolean[] cover) {
        byte[] rgb = picture.rgb().clone();
        for (int y = 0; y < picture.height(); y++) {
            int row = y * rows / picture.height();
            for (int x = 0; x < picture.width(); x++) {
                if (cover[row * columns + x * columns / picture.width()]) {
                    System.arraycopy(mean, 0, rgb, 3 * (y * picture.width() + x), 3);
                }
            }
        }
        return new Pixels(picture.width(), picture.height(), rgb);
    }

    private static byte[] mean(Pixels picture) {
        long[] sums = new long[3];
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i++) {
            sums[i % 3] += rgb[i] & 0xff;
        }
        byte[] mean = new byte[3];
        long pixels = (long) picture.width() * picture.height();
        Arrays.setAll(sums, c -> sums[c] / pixels);
        for (int c = 0; c < 3; c++) {
            mean[c] = (byte) sums[c];
        }
        return mean;
    }
}
