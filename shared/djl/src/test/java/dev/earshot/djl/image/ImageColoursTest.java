package dev.earshot.djl.image;

import static dev.earshot.djl.image.DecodedPictures.assertColour;
import static dev.earshot.djl.image.DecodedPictures.decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Inks, transparency and deep channels become the colours that a viewer shows. */
class ImageColoursTest {
    private static final int WHITE = 0xffffff;

    @ParameterizedTest
    @ValueSource(strings = {"lossy-alpha.webp", "lossless-alpha.webp"})
    void webp_transparentAbove_isWhiteThere(String name) {
        Pixels pixels = decoded(EncodedPictures.resource(name)).pixels();

        assertColour(pixels, 2, 2, WHITE);
        assertColour(pixels, 2, 20, EncodedPictures.BLUE);
    }

    @Test
    void jpeg_cmykWithoutAdobe_isInkOnPaper() {
        Pixels pixels = decoded(EncodedPictures.inkJpeg(16, 16, 255, 255, 0, 0)).pixels();

        assertColour(pixels, 8, 8, 0x0000ff);
    }

    @Test
    void jpeg_cmykWithAdobe_isInverted() {
        byte[] file =
                EncodedPictures.withSegment(
                        EncodedPictures.inkJpeg(16, 16, 0, 0, 255, 255),
                        0xee,
                        EncodedPictures.adobe(0));

        assertColour(decoded(file).pixels(), 8, 8, 0x0000ff);
    }

    @Test
    void jpeg_ycckWithAdobe_isConverted() {
        // Blue light (0, 0, 255) is luma 29, blue difference 255, red difference 107.
        byte[] file =
                EncodedPictures.withSegment(
                        EncodedPictures.inkJpeg(16, 16, 29, 255, 107, 255),
                        0xee,
                        EncodedPictures.adobe(2));

        assertColour(decoded(file).pixels(), 8, 8, 0x0000ff);
    }

    @Test
    void png_transparent_isLaidOverWhite() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        byte[] file = EncodedPictures.encode(image, "png");

        assertColour(decoded(file).pixels(), 4, 4, WHITE);
    }

    @Test
    void png_whiteOnTransparent_isLaidOverBlack() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(4, 4, 0xfff8f8f8);
        byte[] file = EncodedPictures.encode(image, "png");

        assertColour(decoded(file).pixels(), 4, 4, 0xf8f8f8);
        assertColour(decoded(file).pixels(), 1, 1, 0);
    }

    @Test
    void png_colouredOnTransparent_isLaidOverWhite() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(4, 4, 0xff1e3cdc);
        byte[] file = EncodedPictures.encode(image, "png");

        assertColour(decoded(file).pixels(), 1, 1, WHITE);
    }

    @Test
    void png_grey16Bits_keepsItsBrightness() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
        WritableRaster raster = image.getRaster();
        raster.setSamples(0, 0, 8, 8, 0, filled(64, 128 * 257));

        assertColour(decoded(EncodedPictures.encode(image, "png")).pixels(), 4, 4, 0x808080);
    }

    @Test
    void png_of16BitsAColour_keepsItsColour() throws Exception {
        ColorModel colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_USHORT);
        WritableRaster raster = colours.createCompatibleWritableRaster(8, 8);
        raster.setSamples(0, 0, 8, 8, 0, filled(64, 200 * 257));
        raster.setSamples(0, 0, 8, 8, 1, filled(64, 16 * 257));
        raster.setSamples(0, 0, 8, 8, 2, filled(64, 80 * 257));

        assertColour(
                decoded(
                                EncodedPictures.encode(
                                        new BufferedImage(colours, raster, false, null), "png"))
                        .pixels(),
                4,
                4,
                0xc81050);
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }
}
