package dev.earshot.djl.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Converts decoded rasters to RGB bytes. Reads samples unchanged: ImageIO's own conversion takes
 * grey as linear light and brightens it. Transparency is composited onto white, like a white page;
 * where most of what is opaque is near white itself, as in white lettering, onto black.
 */
final class RasterColours {
    /** A colour whose darkest channel is at least this can't be told from a white page. */
    private static final int NEAR_WHITE = 225;

    private static final int OPAQUE = 128;
    private static final int WHITE = 255;

    private RasterColours() {}

    static Pixels of(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return indexed(image.getRaster(), palette);
        }
        return direct(image.getRaster());
    }

    private static Pixels indexed(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        byte[] rgb = new byte[Math.multiplyExact(3, width * raster.getHeight())];
        byte[] alpha = new byte[palette.hasAlpha() ? width * raster.getHeight() : 0];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int index : row) {
                int colour = palette.getRGB(Math.min(index, palette.getMapSize() - 1));
                if (alpha.length > 0) {
                    alpha[at / 3] = (byte) (colour >>> 24);
                }
                rgb[at++] = (byte) (colour >> 16);
                rgb[at++] = (byte) (colour >> 8);
                rgb[at++] = (byte) colour;
            }
        }
        composite(rgb, alpha);
        return new Pixels(width, raster.getHeight(), rgb);
    }

    /** One band is grey, two are grey and alpha, three are RGB, four are RGB and alpha. */
    private static Pixels direct(Raster raster) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int green = bands >= 3 ? 1 : 0;
        int blue = bands >= 3 ? 2 : 0;
        boolean transparent = bands == 2 || bands == 4;
        int[] bits = raster.getSampleModel().getSampleSize();
        byte[] rgb = new byte[Math.multiplyExact(3, width * raster.getHeight())];
        byte[] alpha = new byte[transparent ? width * raster.getHeight() : 0];
        int[] row = new int[Math.multiplyExact(width, bands)];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < row.length; x += bands) {
                if (transparent) {
                    alpha[at / 3] = (byte) eightBits(row[x + bands - 1], bits[bands - 1]);
                }
                rgb[at++] = (byte) eightBits(row[x], bits[0]);
                rgb[at++] = (byte) eightBits(row[x + green], bits[green]);
                rgb[at++] = (byte) eightBits(row[x + blue], bits[blue]);
            }
        }
        composite(rgb, alpha);
        return new Pixels(width, raster.getHeight(), rgb);
    }

    /** Converts ink to light, without a colour profile. */
    static Pixels inks(Raster raster, Container.Colours colours) {
        int width = raster.getWidth();
        byte[] rgb = new byte[Math.multiplyExact(3, width * raster.getHeight())];
        int[] row = new int[Math.multiplyExact(width, 4)];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < row.length; x += 4) {
                if (colours == Container.Colours.INVERTED_YCCK) {
                    toRgb(row, x);
                }
                int paper = colours == Container.Colours.CMYK ? 255 : 0;
                int black = Math.abs(paper - row[x + 3]);
                for (int c = 0; c < 3; c++) {
                    rgb[at++] = (byte) ((Math.abs(paper - row[x + c]) * black + 127) / 255);
                }
            }
        }
        return new Pixels(width, raster.getHeight(), rgb);
    }

    /** ITU T.871, section 7. */
    private static void toRgb(int[] row, int x) {
        double luma = row[x];
        double blue = row[x + 1] - 128;
        double red = row[x + 2] - 128;
        row[x] = clamp(luma + 1.402 * red);
        row[x + 1] = clamp(luma - 0.344136 * blue - 0.714136 * red);
        row[x + 2] = clamp(luma + 1.772 * blue);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static int eightBits(int sample, int bits) {
        return bits == 8 ? sample : (int) (sample * 255L / ((1L << bits) - 1));
    }

    /**
     * Lays a picture on its ground.
     *
     * @param alpha opacity of each pixel; empty if all are opaque
     */
    private static void composite(byte[] rgb, byte[] alpha) {
        int opaque = 0;
        int nearWhite = 0;
        for (int i = 0; i < alpha.length; i++) {
            if ((alpha[i] & 0xff) >= OPAQUE) {
                opaque++;
                nearWhite += darkest(rgb, 3 * i) >= NEAR_WHITE ? 1 : 0;
            }
        }
        boolean vanishes = opaque < alpha.length && 2 * nearWhite > opaque;
        int ground = vanishes ? 0 : WHITE;
        for (int i = 0; i < alpha.length; i++) {
            int opacity = alpha[i] & 0xff;
            for (int c = 3 * i; opacity < 255 && c < 3 * i + 3; c++) {
                rgb[c] = (byte) (((rgb[c] & 0xff) * opacity + ground * (255 - opacity)) / 255);
            }
        }
    }

    private static int darkest(byte[] rgb, int at) {
        return Math.min(rgb[at] & 0xff, Math.min(rgb[at + 1] & 0xff, rgb[at + 2] & 0xff));
    }
}
