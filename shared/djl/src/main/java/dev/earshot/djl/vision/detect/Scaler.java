package dev.earshot.djl.vision.detect;

import dev.earshot.djl.image.Pixels;

import java.util.Arrays;

/**
 * Scales a region of a picture into a network's input with a triangle filter that widens with the
 * scale, so that shrinking averages instead of dropping pixels. A region to be shrunk more than
 * fourfold is first averaged in whole blocks. Stateless.
 */
final class Scaler {
    private static final int CHANNELS = 3;

    private Scaler() {}

    /**
     * Fills {@code width} x {@code height} pixels at the top left of picture {@code index} of the
     * batch.
     */
    static void scale(
            Pixels picture, Region region, Batch target, int index, int width, int height) {
        int blockWidth = Math.max(1, region.width() / (2 * width));
        int blockHeight = Math.max(1, region.height() / (2 * height));
        int columns = ceilingDivide(region.width(), blockWidth);
        int rows = ceilingDivide(region.height(), blockHeight);
        Taps across = Taps.of((double) region.width() / blockWidth, columns, width);
        Taps down = Taps.of((double) region.height() / blockHeight, rows, height);

        float[] line = new float[columns * CHANNELS];
        float[] narrow = new float[rows * width * CHANNELS];
        for (int row = 0; row < rows; row++) {
            average(picture, region, blockWidth, blockHeight, row, line);
            across.apply(line, narrow, row * width * CHANNELS);
        }
        write(narrow, down, target, index, width, height);
    }

    private static int ceilingDivide(int value, int by) {
        return (value + by - 1) / by;
    }

    /** One row of blocks, averaged; a block at the border may be smaller. */
    private static void average(
            Pixels picture, Region region, int blockWidth, int blockHeight, int row, float[] line) {
        byte[] rgb = picture.rgb();
        int top = region.top() + row * blockHeight;
        int bottom = Math.min(top + blockHeight, region.top() + region.height());
        Arrays.fill(line, 0);
        for (int y = top; y < bottom; y++) {
            int from = (y * picture.width() + region.left()) * CHANNELS;
            for (int x = 0, column = 0, left = blockWidth; x < region.width(); x++) {
                line[column] += rgb[from] & 0xff;
                line[column + 1] += rgb[from + 1] & 0xff;
                line[column + 2] += rgb[from + 2] & 0xff;
                from += CHANNELS;
                if (--left == 0) {
                    left = blockWidth;
                    column += CHANNELS;
                }
            }
        }
        if (blockWidth * (bottom - top) == 1) {
            return;
        }
        int columns = line.length / CHANNELS;
        for (int column = 0; column < columns; column++) {
            int pixels = Math.min(blockWidth, region.width() - column * blockWidth);
            float share = 1f / (pixels * (bottom - top));
            for (int channel = 0; channel < CHANNELS; channel++) {
                line[column * CHANNELS + channel] *= share;
            }
        }
    }

    private static void write(
            float[] narrow, Taps down, Batch target, int index, int width, int height) {
        float[] values = target.values();
        int side = target.size();
        int plane = side * side;
        int start = index * CHANNELS * plane;
        float[] line = new float[width * CHANNELS];
        for (int y = 0; y < height; y++) {
            down.combine(narrow, line, y);
            int to = start + y * side;
            for (int x = 0; x < width; x++) {
                values[to + x] = line[x * CHANNELS];
                values[to + x + plane] = line[x * CHANNELS + 1];
                values[to + x + 2 * plane] = line[x * CHANNELS + 2];
            }
        }
    }

    /**
     * Filter weights: for each target position, the first source position and the weights from
     * there. At the same size they are exactly 1, unlike those of {@code Resampler}, whose last
     * bits are bound to stored fingerprints.
     */
    private static final class Taps {
        private final int[] first;
        private final float[][] weights;

        private Taps(int[] first, float[][] weights) {
            this.first = first;
            this.weights = weights;
        }

        /**
         * @param extent length of the source; its last position may be a fraction
         * @param positions number of source positions
         */
        static Taps of(double extent, int positions, int targets) {
            double scale = extent / targets;
            double reach = Math.max(1, scale);
            int[] first = new int[targets];
            float[][] weights = new float[targets][];
            for (int i = 0; i < targets; i++) {
                double centre = (i + 0.5) * scale;
                int from = (int) Math.max(0, Math.floor(centre - reach + 0.5));
                int to = (int) Math.min(positions, Math.floor(centre + reach + 0.5));
                from = Math.min(from, positions - 1);
                double[] raw = new double[Math.max(1, to - from)];
                double sum = 0;
                for (int j = 0; j < raw.length; j++) {
                    raw[j] = Math.max(0, 1 - Math.abs(from + j + 0.5 - centre) / reach);
                    sum += raw[j];
                }
                first[i] = from;
                weights[i] = new float[raw.length];
                for (int j = 0; j < raw.length; j++) {
                    weights[i][j] = (float) (sum > 0 ? raw[j] / sum : 1.0 / raw.length);
                }
            }
            return new Taps(first, weights);
        }

        /** Scales one line of interleaved channels. */
        void apply(float[] source, float[] target, int to) {
            for (int i = 0; i < first.length; i++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                int from = first[i] * CHANNELS;
                for (float weight : weights[i]) {
                    red += weight * source[from];
                    green += weight * source[from + 1];
                    blue += weight * source[from + 2];
                    from += CHANNELS;
                }
                target[to + i * CHANNELS] = red;
                target[to + i * CHANNELS + 1] = green;
                target[to + i * CHANNELS + 2] = blue;
            }
        }

        /** Target line {@code i} as a weighted sum of lines. */
        void combine(float[] lines, float[] target, int i) {
            Arrays.fill(target, 0);
            int from = first[i] * target.length;
            for (float weight : weights[i]) {
                for (int x = 0; x < target.length; x++) {
                    target[x] += weight * lines[from + x];
                }
                from += target.length;
            }
        }
    }
}
