package dev.earshot.video.frame;

import java.util.Arrays;

/** How much two thumbnails differ. Stateless. */
public final class FrameDifference {
    /** Cells per side; each is 2 x 2 pixels of a thumbnail. */
    static final int CELLS = Thumbnail.SIDE / 2;

    /**
     * A cell has changed if it differs by this much more than the frame as a whole; sensor noise
     * and recompression change the mean of a 256th of a frame by less.
     */
    private static final int CELL_DIFFERENCE = 10;

    /** Bins of a colour histogram: cellSum steps each of red, green and blue. */
    private static final int COLOURS = 64;

    private FrameDifference() {}

    /**
     * Which of the {@code CELLS * CELLS} cells have changed, row by row; a uniform change of
     * brightness is ignored.
     */
    static boolean[] cells(Thumbnail one, Thumbnail other) {
        int[] difference = new int[CELLS * CELLS];
        for (int i = 0; i < difference.length; i++) {
            int pixel = 2 * (i / CELLS) * Thumbnail.SIDE + 2 * (i % CELLS);
            difference[i] = (cellSum(one, pixel) - cellSum(other, pixel)) / 4;
        }
        int[] sorted = difference.clone();
        Arrays.sort(sorted);
        int usual = sorted[sorted.length / 2];
        boolean[] changed = new boolean[difference.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = Math.abs(difference[i] - usual) > CELL_DIFFERENCE;
        }
        return changed;
    }

    private static int cellSum(Thumbnail thumbnail, int pixel) {
        return thumbnail.luma(pixel)
                + thumbnail.luma(pixel + 1)
                + thumbnail.luma(pixel + Thumbnail.SIDE)
                + thumbnail.luma(pixel + Thumbnail.SIDE + 1);
    }

    /** Share of the cells that have changed, in [0, 1]. */
    static double share(boolean[] cells) {
        int changed = 0;
        for (boolean cell : cells) {
            changed += cell ? 1 : 0;
        }
        return (double) changed / cells.length;
    }

    /** Mean absolute difference of the colours, in [0, 255]. */
    public static double mean(Thumbnail one, Thumbnail other) {
        byte[] a = one.rgb();
        byte[] b = other.rgb();
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return (double) sum / a.length;
    }

    /** Half the sum of absolute differences between two colour histograms, in [0, 1]. */
    public static double histogram(Thumbnail one, Thumbnail other) {
        int[] counts = new int[COLOURS];
        count(one, counts, 1);
        count(other, counts, -1);
        int sum = 0;
        for (int count : counts) {
            sum += Math.abs(count);
        }
        return sum / (2.0 * Thumbnail.SIDE * Thumbnail.SIDE);
    }

    private static void count(Thumbnail thumbnail, int[] counts, int by) {
        byte[] rgb = thumbnail.rgb();
        for (int at = 0; at < rgb.length; at += 3) {
            int colour =
                    (rgb[at] & 0xc0) >> 2 | (rgb[at + 1] & 0xc0) >> 4 | (rgb[at + 2] & 0xc0) >> 6;
            counts[colour] += by;
        }
    }

    /** Standard deviation of the luma: 0 for a frame of one colour. */
    public static double contrast(Thumbnail thumbnail) {
        int pixels = Thumbnail.SIDE * Thumbnail.SIDE;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pixels; i++) {
            int luma = thumbnail.luma(i);
            sum += luma;
            squares += (double) luma * luma;
        }
        double mean = sum / pixels;
        return Math.sqrt(Math.max(0, squares / pixels - mean * mean));
    }
}
