package dev.earshot.video.frame;

import dev.earshot.core.picture.Box;

/**
 * One decoded frame, upright and scaled down for the models. {@code rgb} is not copied and must not
 * be written to.
 *
 * @param seconds when it is shown, from the video's first frame
 * @param width pixels of the scaled frame
 * @param height likewise
 * @param rgb row-major, red, green, blue; length {@code 3 * width * height}
 * @param originalWidth pixels of the upright frame in the file
 * @param originalHeight likewise
 */
@SuppressWarnings("ArrayRecordComponent") // a frame is never compared or used as a key
public record Frame(
        double seconds, int width, int height, byte[] rgb, int originalWidth, int originalHeight) {
    public Frame {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    "rgb must hold 3 x " + width + " x " + height + " bytes, got " + rgb.length);
        }
        if (originalWidth < 1 || originalHeight < 1) {
            throw new IllegalArgumentException(
                    "the original must have at least one pixel, got "
                            + originalWidth
                            + " x "
                            + originalHeight);
        }
    }

    /** Maps a box from the scaled frame to pixels of the original, rounded to a tenth. */
    public Box toOriginal(Box box) {
        double across = (double) originalWidth / width;
        double down = (double) originalHeight / height;
        return new Box(
                Box.tenths(box.x() * across),
                Box.tenths(box.y() * down),
                Box.tenths(box.width() * across),
                Box.tenths(box.height() * down));
    }
}
