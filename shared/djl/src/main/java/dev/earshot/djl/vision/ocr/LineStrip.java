package dev.earshot.djl.vision.ocr;

import dev.earshot.djl.image.Pixels;

/** One line of text cut from a picture, rotated upright and scaled to the recogniser's height. */
final class LineStrip {
    /** Rows that the recogniser was trained on. */
    static final int HEIGHT = 48;

    /** No signal to the recogniser: the middle of [0, 255]. */
    static final float BLANK = 127.5f;

    private static final int MIN_WIDTH = 16;
    private static final int MAX_WIDTH = 2_048;

    /** A box this many times higher than wide contains a line that runs downwards. */
    private static final double VERTICAL = 1.5;

    /** Most samples per pixel along each axis: enough for text up to 192 pixels high. */
    private static final int MAX_SAMPLES = 4;

    private final Pixels picture;
    private final SlantedBox box;
    private final boolean mirrored;
    private final int width;

    LineStrip(Pixels picture, SlantedBox found) {
        this(
                picture,
                found.height() >= VERTICAL * found.width() ? found.quarterTurned() : found,
                false);
    }

    private LineStrip(Pixels picture, SlantedBox box, boolean mirrored) {
        this.picture = picture;
        this.box = box;
        this.mirrored = mirrored;
        double natural = Math.ceil(HEIGHT * box.width() / box.height());
        this.width = (int) Math.clamp(natural, MIN_WIDTH, MAX_WIDTH);
    }

    int width() {
        return width;
    }

    /** The same line, turned by 180 degrees. */
    LineStrip turnedOver() {
        return new LineStrip(picture, box.turnedOver(), mirrored);
    }

    /** The same line as in a mirror. */
    LineStrip mirrored() {
        return new LineStrip(picture, box, !mirrored);
    }

    /**
     * Writes the strip into a batch {@code [lines, 3, 48, batchWidth]} and fills the rest of its
     * rows with {@link #BLANK}.
     */
    void write(float[] batch, int line, int batchWidth) {
        int plane = HEIGHT * batchWidth;
        int base = 3 * plane * line;
        int samples = (int) Math.clamp(Math.ceil(box.height() / HEIGHT), 1, MAX_SAMPLES);
        float[] colour = new float[3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < batchWidth; x++) {
                int at = base + y * batchWidth + x;
                if (x < width) {
                    average(mirrored ? width - 1 - x : x, y, samples, colour);
                    batch[at] = colour[0];
                    batch[at + plane] = colour[1];
                    batch[at + 2 * plane] = colour[2];
                } else {
                    batch[at] = BLANK;
                    batch[at + plane] = BLANK;
                    batch[at + 2 * plane] = BLANK;
                }
            }
        }
    }

    private void average(int x, int y, int samples, float[] colour) {
        double cos = Math.cos(box.angle());
        double sin = Math.sin(box.angle());
        colour[0] = 0;
        colour[1] = 0;
        colour[2] = 0;
        for (int j = 0; j < samples; j++) {
            double across = ((y + (j + 0.5) / samples) / HEIGHT - 0.5) * box.height();
            for (int i = 0; i < samples; i++) {
                double along = ((x + (i + 0.5) / samples) / width - 0.5) * box.width();
                add(
                        box.centreX() + along * cos - across * sin,
                        box.centreY() + along * sin + across * cos,
                        1f / (samples * samples),
                        colour);
            }
        }
    }

    /** Adds a bilinear sample; the border's colour continues beyond the border. */
    private void add(double x, double y, float weight, float[] colour) {
        double u = Math.clamp(x - 0.5, 0, picture.width() - 1);
        double v = Math.clamp(y - 0.5, 0, picture.height() - 1);
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, picture.width() - 1);
        int bottom = Math.min(top + 1, picture.height() - 1);
        float fx = (float) (u - left);
        float fy = (float) (v - top);
        byte[] rgb = picture.rgb();
        int row = top * picture.width();
        int below = bottom * picture.width();
        for (int c = 0; c < 3; c++) {
            float upper =
                    (rgb[3 * (row + left) + c] & 0xff) * (1 - fx)
                            + (rgb[3 * (row + right) + c] & 0xff) * fx;
            float lower =
                    (rgb[3 * (below + left) + c] & 0xff) * (1 - fx)
                            + (rgb[3 * (below + right) + c] & 0xff) * fx;
            colour[c] += weight * (upper * (1 - fy) + lower * fy);
        }
    }
}
