package dev.earshot.wire.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import javax.imageio.ImageIO;

/** Pictures pass, and what only begins like one does not. */
final class PictureStructureTest {
    /** A pixel of lossless WebP. */
    private static final String WEBP =
            "524946461a000000574542505650384c0d0000002f00000010071011118888fe0700";

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(23, 17, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, random.nextInt(image.getHeight()), random.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void fault_wholePicture_isNone(String format) throws IOException {
        assertThat(PictureStructure.fault(picture(format))).isEmpty();
    }

    @Test
    void fault_wholeWebp_isNone() {
        assertThat(PictureStructure.fault(HexFormat.of().parseHex(WEBP))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void fault_junkBehindASignature_isTold(String format) throws IOException {
        byte[] junk = picture(format);
        byte[] noise = new byte[junk.length - 8];
        new Random(5).nextBytes(noise);
        System.arraycopy(noise, 0, junk, 8, noise.length);

        assertThat(PictureStructure.fault(junk))
                .contains("begins as a picture, but is damaged or cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void fault_pictureCutOffAnywhereInItsHead_isToldAndNeverThrown(String format)
            throws IOException {
        byte[] whole = picture(format);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            if (length < 20) {
                assertThat(PictureStructure.fault(part)).as("%d bytes", length).isPresent();
            } else {
                assertThat(PictureStructure.fault(part)).isNotNull();
            }
        }
    }

    @Test
    void fault_pngWithAFlippedBit_isTold() throws IOException {
        byte[] png = picture("png");
        for (int i = 8; i < png.length; i++) {
            byte[] flipped = png.clone();
            flipped[i] ^= 4;

            assertThat(PictureStructure.fault(flipped)).as("byte %d", i).isPresent();
        }
    }
}
