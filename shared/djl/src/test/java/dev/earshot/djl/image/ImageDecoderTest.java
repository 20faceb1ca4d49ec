package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

class ImageDecoderTest {
    private static final int WHITE = 0xffffff;

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void jpeg_plain_hasItsPixels() {
        assertBlueAndRed(decoded(EncodedPictures.jpeg(40, 24)), MediaType.JPEG);
    }

    @Test
    void jpeg_progressive_hasItsPixels() {
        assertBlueAndRed(decoded(EncodedPictures.progressiveJpeg(40, 24)), MediaType.JPEG);
    }

    @Test
    void png_plain_hasItsPixels() {
        assertBlueAndRed(decoded(EncodedPictures.png(40, 24)), MediaType.PNG);
    }

    @Test
    void gif_plain_hasItsPixels() {
        assertBlueAndRed(decoded(EncodedPictures.gif(40, 24)), MediaType.GIF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "animated.webp"})
    void webp_ofEachKind_hasItsFirstFrame(String name) {
        assertBlueAndRed(decoded(EncodedPictures.resource(name)), MediaType.WEBP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy-alpha.webp", "lossless-alpha.webp"})
    void webp_transparentAbove_isWhiteThere(String name) {
        Pixels pixels = decoded(EncodedPictures.resource(name)).pixels();

        assertColour(pixels, 2, 2, WHITE);
        assertColour(pixels, 2, 20, EncodedPictures.BLUE);
    }

    /** Where the blue half ends up: the stored left side, turned as CIPA DC-008 says. */
    @ParameterizedTest
    @CsvSource({
        "1,40,24,2,12,37,12", "2,40,24,37,12,2,12", "3,40,24,37,12,2,12", "4,40,24,2,12,37,12",
        "5,24,40,12,2,12,37", "6,24,40,12,2,12,37", "7,24,40,12,37,12,2", "8,24,40,12,37,12,2"
    })
    void jpeg_withExifOrientation_isTurnedUpright(
            int orientation, int width, int height, int blueX, int blueY, int redX, int redY) {
        byte[] file =
                EncodedPictures.withSegment(
                        EncodedPictures.jpeg(40, 24), 0xe1, EncodedPictures.exif(orientation));

        Decoding.Decoded decoded = decoded(file);

        assertThat(decoded.originalWidth()).isEqualTo(width);
        assertThat(decoded.originalHeight()).isEqualTo(height);
        assertColour(decoded.pixels(), blueX, blueY, EncodedPictures.BLUE);
        assertColour(decoded.pixels(), redX, redY, EncodedPictures.RED);
    }

    @Test
    void orientation_turnedRight_movesTopLeftToTopRight() {
        byte[] rgb = new byte[3 * 3 * 2];
        rgb[0] = 9;

        Pixels turned = Orientation.TURNED_RIGHT.apply(new Pixels(3, 2, rgb));

        assertThat(turned.width()).isEqualTo(2);
        assertThat(turned.height()).isEqualTo(3);
        assertThat(turned.rgb()[3]).isEqualTo((byte) 9);
    }

    @Test
    void webp_withExifOrientation_isTurnedUpright() {
        Decoding.Decoded decoded = decoded(EncodedPictures.resource("rotated.webp"));

        assertThat(decoded.originalHeight()).isEqualTo(40);
        assertColour(decoded.pixels(), 12, 2, EncodedPictures.BLUE);
    }

    @Test
    void jpeg_brokenExif_isStillRead() {
        byte[] broken = Arrays.copyOf(EncodedPictures.exif(6), 18);

        byte[] file = EncodedPictures.withSegment(EncodedPictures.jpeg(40, 24), 0xe1, broken);

        assertBlueAndRed(decoded(file), MediaType.JPEG);
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
    void png_palette_hasItsPixels() {
        BufferedImage image = EncodedPictures.blueAndRed(40, 24, BufferedImage.TYPE_BYTE_INDEXED);

        assertThat(decoded(EncodedPictures.encode(image, "png")).pixels().width()).isEqualTo(40);
    }

    @Test
    void png_bombOf60000Squared_isRefusedAsTooLarge() {
        assertRefused(EncodedPictures.pngStating(60_000, 60_000), Decoding.Reason.TOO_LARGE);
    }

    @Test
    void png_compressedTextBomb_isNeverInflated() {
        byte[] zeros = deflated(new byte[64 << 20]);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(new byte[] {'k', 0, 0});
        text.writeBytes(zeros);
        byte[] png = EncodedPictures.png(40, 24);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33); // signature and header
        file.writeBytes(EncodedPictures.chunk("zTXt", text.toByteArray()));
        file.write(png, 33, png.length - 33);

        assertBlueAndRed(decoded(file.toByteArray()), MediaType.PNG);
    }

    @Test
    void webp_overItsLimit_isRefusedAsTooLarge() {
        ImageDecoder small = new ImageDecoder(new ImageLimits(1_000_000, 900, 65_535, 1_000_000));

        assertThat(small.decode(EncodedPictures.resource("lossy.webp")))
                .isInstanceOfSatisfying(
                        Decoding.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(Decoding.Reason.TOO_LARGE));
    }

    @Test
    void picture_overFullPixels_isReadSmallerWithItsOriginalSize() {
        ImageDecoder half = new ImageDecoder(new ImageLimits(1_000_000, 1_000_000, 65_535, 300));

        Decoding.Decoded decoded = (Decoding.Decoded) half.decode(EncodedPictures.jpeg(40, 24));

        assertThat(decoded.pixels().width()).isEqualTo(20);
        assertThat(decoded.originalWidth()).isEqualTo(40);
        assertThat(decoded.toOriginal(new Box(10, 6, 5, 4))).isEqualTo(new Box(20, 12, 10, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 100, 300, 500})
    void jpeg_truncated_isRefused(int kept) {
        assertRefused(Arrays.copyOf(EncodedPictures.jpeg(40, 24), kept), Decoding.Reason.TRUNCATED);
    }

    @Test
    void png_truncated_isRefused() {
        byte[] file = EncodedPictures.png(40, 24);

        assertRefused(Arrays.copyOf(file, file.length - 14), Decoding.Reason.TRUNCATED);
    }

    @Test
    void gif_truncated_isRefused() {
        byte[] file = EncodedPictures.gif(40, 24);

        assertRefused(Arrays.copyOf(file, file.length - 10), Decoding.Reason.TRUNCATED);
    }

    @Test
    void webp_truncated_isRefused() {
        byte[] file = EncodedPictures.resource("lossy.webp");

        assertRefused(Arrays.copyOf(file, file.length - 10), Decoding.Reason.TRUNCATED);
    }

    @Test
    void file_empty_isRefused() {
        assertRefused(new byte[0], Decoding.Reason.EMPTY);
    }

    @Test
    void file_zip_isRefusedWhateverItsName() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, Decoding.Reason.NOT_A_PICTURE);
    }

    @Test
    void file_video_isRefusedAsVideo() {
        assertRefused(
                "\0\0\0\u0018ftypmp42".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Decoding.Reason.VIDEO);
    }

    @Test
    void file_heic_isRefusedWithWhatToDo() {
        byte[] file =
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertRefused(file, Decoding.Reason.UNSUPPORTED);
        assertThat(((Decoding.Refused) decoder.decode(file)).message())
                .contains("HEIC")
                .contains("JPEG");
    }

    @Test
    void gif_animated_hasItsFirstFrame() throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 5; i++) {
                BufferedImage frame =
                        i == 0
                                ? EncodedPictures.blueAndRed(
                                        40, 24, BufferedImage.TYPE_BYTE_INDEXED)
                                : new BufferedImage(40, 24, BufferedImage.TYPE_BYTE_INDEXED);
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }

        Decoding.Decoded decoded = decoded(file.toByteArray());

        assertThat(decoded.pixels().width()).isEqualTo(40);
        assertThat(decoded.pixels().rgb()[2] & 0xff).as("blue on the left").isGreaterThan(150);
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

    @Test
    void jpeg_of8K_isReadSmaller() {
        Decoding.Decoded decoded = decoded(EncodedPictures.jpeg(7_680, 4_320));

        assertThat(decoded.originalWidth()).isEqualTo(7_680);
        assertThat(decoded.pixels().width() * decoded.pixels().height()).isLessThan(12_000_001);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 0", "-1, 10", "2147483647, 2147483647", "70000, 1"})
    void png_ofMaliciousSize_isRefused(int width, int height) {
        assertThat(decoder.decode(EncodedPictures.pngStating(width, height)))
                .isInstanceOf(Decoding.Refused.class);
    }

    @Test
    void file_text_isRefusedWhateverItsName() {
        assertRefused(
                "#EXTM3U\nhttp://example.org/x.ts\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Decoding.Reason.NOT_A_PICTURE);
    }

    @Test
    void file_svg_isUnsupported() {
        assertRefused(
                "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Decoding.Reason.UNSUPPORTED);
    }

    private Decoding.Decoded decoded(byte[] file) {
        Decoding decoding = decoder.decode(file);
        assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
        return (Decoding.Decoded) decoding;
    }

    private void assertRefused(byte[] file, Decoding.Reason reason) {
        assertThat(decoder.decode(file))
                .isInstanceOfSatisfying(
                        Decoding.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static void assertBlueAndRed(Decoding.Decoded decoded, MediaType type) {
        assertThat(decoded.type()).isEqualTo(type);
        assertThat(decoded.originalWidth()).isEqualTo(40);
        assertThat(decoded.originalHeight()).isEqualTo(24);
        assertColour(decoded.pixels(), 2, 12, EncodedPictures.BLUE);
        assertColour(decoded.pixels(), 37, 12, EncodedPictures.RED);
    }

    /** Within 40 of each channel, to allow for lossy coding and GIF's palette. */
    private static void assertColour(Pixels pixels, int x, int y, int rgb) {
        int at = 3 * (y * pixels.width() + x);
        for (int c = 0; c < 3; c++) {
            int expected = rgb >> (16 - 8 * c) & 0xff;
            assertThat(Byte.toUnsignedInt(pixels.rgb()[at + c]))
                    .as("channel " + c + " of " + x + "," + y)
                    .isBetween(expected - 40, expected + 40);
        }
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }

    private static byte[] deflated(byte[] data) {
        try (Deflater deflater = new Deflater(9)) {
            deflater.setInput(data);
            deflater.finish();
            byte[] buffer = new byte[1 << 20];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}
