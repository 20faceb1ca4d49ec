package dev.earshot.djl.image;

import java.util.Locale;

/**
 * Limits on the size of a picture.
 *
 * @param maxPixels a picture with more is refused before anything is allocated for it
 * @param maxWebpPixels the same for WebP, whose decoder holds the whole picture at about 22 bytes
 *     per pixel (measured: 20 megapixels need 450 MB of heap)
 * @param maxSide the longest side allowed; bounds the decoder's row buffers
 * @param fullPixels a picture with more is read at every second, third, ... pixel, so that at most
 *     this many are kept
 */
public record ImageLimits(long maxPixels, long maxWebpPixels, int maxSide, long fullPixels) {
    /** 50 megapixels (WebP 16), sides up to 65,535 (JPEG's own limit), 12 megapixels kept. */
    public static final ImageLimits DEFAULT =
            new ImageLimits(50_000_000, 16_000_000, 65_535, 12_000_000);

    public ImageLimits {
        if (maxPixels < 1 || maxWebpPixels < 1 || maxSide < 1 || fullPixels < 1) {
            throw new IllegalArgumentException(
                    "every limit must be at least 1, got "
                            + maxPixels
                            + ", "
                            + maxWebpPixels
                            + ", "
                            + maxSide
                            + ", "
                            + fullPixels);
        }
    }

    /** The n for reading every n-th pixel of every n-th row. */
    int step(int width, int height) {
        int step = 1;
        while (kept(width, step) * kept(height, step) > fullPixels) {
            step++;
        }
        return step;
    }

    /** Throws where the picture is too large or has no pixels. */
    void check(MediaType type, int width, int height) throws RefusedException {
        long most = type == MediaType.WEBP ? Math.min(maxPixels, maxWebpPixels) : maxPixels;
        if (width < 1 || height < 1) {
            throw new RefusedException(
                    Decoding.Reason.CORRUPT,
                    "The picture states a size of " + width + " x " + height + " pixels.");
        }
        if (width > maxSide || height > maxSide || (long) width * height > most) {
            throw new RefusedException(
                    Decoding.Reason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The %s picture has %,d x %,d pixels; at most %,d in all and %,d a side"
                                    + " are read: scale it down.",
                            type,
                            width,
                            height,
                            most,
                            maxSide));
        }
    }

    private static long kept(int side, int step) {
        return (side + (long) step - 1) / step;
    }
}
