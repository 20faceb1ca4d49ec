package dev.earshot.video.frame;

/**
 * A frame shrunk to {@value #SIDE} x {@value #SIDE} pixels, each the mean of its part of the frame:
 * enough to tell how much has changed. {@code rgb} is not copied.
 *
 * @param seconds when the frame is shown, from the video's first frame
 * @param rgb row-major, red, green, blue
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
public record Thumbnail(double seconds, byte[] rgb) {
    /** Pixels per side. */
    public static final int SIDE = 32;

    /** Length of {@code rgb}. */
    public static final int BYTES = 3 * SIDE * SIDE;

    public Thumbnail {
        if (rgb.length != BYTES) {
            throw new IllegalArgumentException(
                    "rgb must hold " + BYTES + " bytes, got " + rgb.length);
        }
    }

    /** Rec. 601 luma of one pixel in [0, 255]. */
    int luma(int pixel) {
        int at = 3 * pixel;
        return (299 * (rgb[at] & 0xff) + 587 * (rgb[at + 1] & 0xff) + 114 * (rgb[at + 2] & 0xff))
                / 1000;
    }
}
