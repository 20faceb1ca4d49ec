package dev.earshot.djl.image;

/**
 * An upright sRGB picture. {@code rgb} is not copied and must not be written to.
 *
 * @param width pixels per row, at least 1
 * @param height rows, at least 1
 * @param rgb row-major, 3 bytes per pixel in the order red, green, blue; length {@code 3 * width *
 *     height}
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is never compared or used as a key
public record Pixels(int width, int height, byte[] rgb) {
    public Pixels {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "width and height must be at least 1, got " + width + " x " + height);
        }
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    "rgb must hold 3 x " + width + " x " + height + " bytes, got " + rgb.length);
        }
    }

    /** The picture, shrunk so that no side is longer than this many pixels. */
    public Pixels within(int longestSide) {
        double longer = Math.max(width, height);
        if (longer <= longestSide) {
            return this;
        }
        int across = (int) Math.max(1, Math.round(width * longestSide / longer));
        int down = (int) Math.max(1, Math.round(height * longestSide / longer));
        float[] planes = Resampler.planes(this, across, down);
        byte[] small = new byte[3 * across * down];
        for (int i = 0; i < across * down; i++) {
            for (int c = 0; c < 3; c++) {
                small[3 * i + c] =
                        (byte) Math.clamp(Math.round(planes[c * across * down + i]), 0, 255);
            }
        }
        return new Pixels(across, down, small);
    }
}
