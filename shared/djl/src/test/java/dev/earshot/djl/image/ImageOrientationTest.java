package dev.earshot.djl.image;

import static dev.earshot.djl.image.DecodedPictures.assertBlueAndRed;
import static dev.earshot.djl.image.DecodedPictures.assertColour;
import static dev.earshot.djl.image.DecodedPictures.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

/** Pictures stand upright, whichever way the camera was held. */
class ImageOrientationTest {
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
}
