package dev.earshot.djl.image;

import static dev.earshot.djl.image.DecodedPictures.assertBlueAndRed;
import static dev.earshot.djl.image.DecodedPictures.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

class ImageDecoderTest {
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

    @Test
    void png_palette_hasItsPixels() {
        BufferedImage image = EncodedPictures.blueAndRed(40, 24, BufferedImage.TYPE_BYTE_INDEXED);

        assertThat(decoded(EncodedPictures.encode(image, "png")).pixels().width()).isEqualTo(40);
    }

    @Test
    void picture_overFullPixels_isReadSmallerWithItsOriginalSize() {
        ImageDecoder half = new ImageDecoder(new ImageLimits(1_000_000, 1_000_000, 65_535, 300));

        Decoding.Decoded decoded = (Decoding.Decoded) half.decode(EncodedPictures.jpeg(40, 24));

        assertThat(decoded.pixels().width()).isEqualTo(20);
        assertThat(decoded.originalWidth()).isEqualTo(40);
        assertThat(decoded.toOriginal(new Box(10, 6, 5, 4))).isEqualTo(new Box(20, 12, 10, 8));
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
    void jpeg_of8K_isReadSmaller() {
        Decoding.Decoded decoded = decoded(EncodedPictures.jpeg(7_680, 4_320));

        assertThat(decoded.originalWidth()).isEqualTo(7_680);
        assertThat(decoded.pixels().width() * decoded.pixels().height()).isLessThan(12_000_001);
    }
}
