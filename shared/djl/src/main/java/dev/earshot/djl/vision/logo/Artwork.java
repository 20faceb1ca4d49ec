package dev.earshot.djl.vision.logo;

import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * A reference picture cropped to the logo: colours, and how much each pixel belongs to the logo.
 *
 * @param colours red, green, blue in [0, 255], composited onto white; {@code [3, height, width]}
 * @param cover share of the logo in each pixel, in [0, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
record Artwork(int width, int height, float[] colours, float[] cover) {
    private static final int MIN_SIDE = 12;

    /** Colours closer than this to the border's, in levels of 255, are background. */
    private static final int BACKGROUND_DISTANCE = 24;

    /** Empty where the file is not a picture or shows nothing that could be found. */
    static Optional<Artwork> read(byte[] file) {
        if (!(new ImageDecoder().decode(file) instanceof Decoding.Decoded decoded)) {
            return Optional.empty();
        }
        Pixels flat = decoded.pixels();
        float[] cover = transparency(file, flat).orElseGet(() -> unlikeBorder(flat));
        int left = flat.width();
        int top = flat.height();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < flat.height(); y++) {
            for (int x = 0; x < flat.width(); x++) {
                if (cover[y * flat.width() + x] > 0.2f) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        int width = right - left + 1;
        int height = bottom - top + 1;
        if (width < MIN_SIDE || height < MIN_SIDE / 2) {
            return Optional.empty();
        }
        float[] colours = new float[3 * width * height];
        float[] kept = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = (y + top) * flat.width() + x + left;
                int to = y * width + x;
                kept[to] = cover[from];
                for (int c = 0; c < 3; c++) {
                    colours[c * width * height + to] = flat.rgb()[3 * from + c] & 0xff;
                }
            }
        }
        return Optional.of(new Artwork(width, height, colours, kept));
    }

    private static Optional<float[]> transparency(byte[] file, Pixels flat) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null
                    || !image.getColorModel().hasAlpha()
                    || image.getWidth() != flat.width()
                    || image.getHeight() != flat.height()) {
                return Optional.empty();
            }
            float[] cover = new float[flat.width() * flat.height()];
            boolean clear = false;
            for (int i = 0; i < cover.length; i++) {
                cover[i] = (image.getRGB(i % flat.width(), i / flat.width()) >>> 24) / 255f;
                clear |= cover[i] < 0.5f;
            }
            return clear ? Optional.of(cover) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers throw exceptions of every kind on damaged data.
            return Optional.empty();
        }
    }

    /** Where the four corners agree, pixels of their colour are background. */
    private static float[] unlikeBorder(Pixels flat) {
        int last = flat.width() * flat.height() - 1;
        int[] corners = {0, flat.width() - 1, last - flat.width() + 1, last};
        boolean agree = true;
        for (int corner : corners) {
            agree &= distance(flat, corner, 0) <= BACKGROUND_DISTANCE;
        }
        float[] cover = new float[last + 1];
        boolean any = false;
        for (int i = 0; i < cover.length; i++) {
            cover[i] = !agree || distance(flat, i, 0) > BACKGROUND_DISTANCE ? 1 : 0;
            any |= cover[i] > 0;
        }
        if (!any) {
            java.util.Arrays.fill(cover, 1);
        }
        return cover;
    }

    private static int distance(Pixels flat, int a, int b) {
        int most = 0;
        for (int c = 0; c < 3; c++) {
            most =
                    Math.max(
                            most,
                            Math.abs(
                                    (flat.rgb()[3 * a + c] & 0xff)
                                            - (flat.rgb()[3 * b + c] & 0xff)));
        }
        return most;
    }

    /**
     * The logo scaled, with an empty border: {@code [4, height, width]}, colours on white, then the
     * cover in [0, 255].
     */
    float[] planes(int innerWidth, int innerHeight, int border) {
        int w = innerWidth + 2 * border;
        int h = innerHeight + 2 * border;
        float[] planes = new float[4 * w * h];
        java.util.Arrays.fill(planes, 0, 3 * w * h, 255);
        double stepX = (double) width / innerWidth;
        double stepY = (double) height / innerHeight;
        for (int y = 0; y < innerHeight; y++) {
            int fromY = (int) (y * stepY);
            int toY = Math.min(height, Math.max(fromY + 1, (int) Math.ceil((y + 1) * stepY)));
            for (int x = 0; x < innerWidth; x++) {
                int fromX = (int) (x * stepX);
                int toX = Math.min(width, Math.max(fromX + 1, (int) Math.ceil((x + 1) * stepX)));
                int to = (y + border) * w + x + border;
                float share = 1f / ((toX - fromX) * (toY - fromY));
                float[] sum = new float[4];
                for (int v = fromY; v < toY; v++) {
                    for (int u = fromX; u < toX; u++) {
                        int at = v * width + u;
                        sum[0] += colours[at];
                        sum[1] += colours[width * height + at];
                        sum[2] += colours[2 * width * height + at];
                        sum[3] += 255 * cover[at];
                    }
                }
                for (int c = 0; c < 4; c++) {
                    planes[c * w * h + to] = sum[c] * share;
                }
            }
        }
        return planes;
    }
}
