package dev.earshot.djl.image;

/**
 * Resizes with a triangle filter that widens with the reduction: bilinear when enlarging, free of
 * aliasing when shrinking. Stateless.
 */
public final class Resampler {
    private Resampler() {}

    /**
     * Resizes a whole picture without keeping the aspect ratio.
     *
     * @return {@code [3, height, width]}, red, green, blue planes in [0, 255]
     */
    public static float[] planes(Pixels picture, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "width and height must be at least 1, got " + width + " x " + height);
        }
        float[] narrow = across(picture, width);
        return down(narrow, picture.height(), width, height);
    }

    /** {@code [3, picture.height, width]}. */
    private static float[] across(Pixels picture, int width) {
        Taps taps = Taps.of(picture.width(), width);
        int rows = picture.height();
        byte[] rgb = picture.rgb();
        float[] out = new float[Math.multiplyExact(3 * rows, width)];
        for (int y = 0; y < rows; y++) {
            int row = 3 * y * picture.width();
            for (int x = 0; x < width; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                int at = row + 3 * taps.first[x];
                for (float weight : taps.weights[x]) {
                    red += weight * (rgb[at] & 0xff);
                    green += weight * (rgb[at + 1] & 0xff);
                    blue += weight * (rgb[at + 2] & 0xff);
                    at += 3;
                }
                out[y * width + x] = red;
                out[(rows + y) * width + x] = green;
                out[(2 * rows + y) * width + x] = blue;
            }
        }
        return out;
    }

    private static float[] down(float[] source, int rows, int width, int height) {
        Taps taps = Taps.of(rows, height);
        float[] out = new float[Math.multiplyExact(3 * height, width)];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                int target = (channel * height + y) * width;
                int at = (channel * rows + taps.first[y]) * width;
                for (float weight : taps.weights[y]) {
                    for (int x = 0; x < width; x++) {
                        out[target + x] += weight * source[at + x];
                    }
                    at += width;
                }
            }
        }
        return out;
    }

    /**
     * For each target position: the first source position and the weights from there on. Stored
     * fingerprints depend on every bit of these weights, so they must never change; the detectors'
     * scaler has weights of its own, which copy a picture of the right size exactly.
     */
    private static final class Taps {
        private final int[] first;
        private final float[][] weights;

        private Taps(int[] first, float[][] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Taps of(int source, int target) {
            double scale = (double) source / target;
            double reach = Math.max(1, scale);
            int[] first = new int[target];
            float[][] weights = new float[target][];
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * scale - 0.5;
                int from = Math.max(0, (int) Math.ceil(centre - reach));
                int to = Math.min(source - 1, (int) Math.floor(centre + reach));
                first[i] = from;
                weights[i] = triangle(centre, reach, from, to);
            }
            return new Taps(first, weights);
        }

        private static float[] triangle(double centre, double reach, int from, int to) {
            float[] weights = new float[to - from + 1];
            double sum = 0;
            for (int k = from; k <= to; k++) {
                double weight = Math.max(1e-9, 1 - Math.abs(k - centre) / reach);
                weights[k - from] = (float) weight;
                sum += weight;
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] /= (float) sum;
            }
            return weights;
        }
    }
}
