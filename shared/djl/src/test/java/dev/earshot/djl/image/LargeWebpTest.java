package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Plain pictures of many megapixels in few bytes, which screens and graphics are. Both files are
 * made by libwebp, without loss; what they show was read back with it.
 */
final class LargeWebpTest {
    private static Decoding.Decoded decoded(String name) {
        Decoding decoding = new ImageDecoder().decode(EncodedPictures.resource(name));
        assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
        return (Decoding.Decoded) decoding;
    }

    private static int colour(Pixels pixels, int x, int y) {
        int at = 3 * (y * pixels.width() + x);
        return ((pixels.rgb()[at] & 0xff) << 16)
                | ((pixels.rgb()[at + 1] & 0xff) << 8)
                | (pixels.rgb()[at + 2] & 0xff);
    }

    /** Its 38 bytes hold no bit for any of its pixels. */
    @Test
    void webp_of16MegapixelsInOneColour_isRead() {
        Decoding.Decoded decoded = decoded("one-colour-16-megapixels.webp");

        assertThat(decoded.originalWidth()).isEqualTo(4_000);
        assertThat(decoded.originalHeight()).isEqualTo(4_000);
        Pixels pixels = decoded.pixels();
        assertThat(colour(pixels, 0, 0)).isEqualTo(0xc8c8c8);
        assertThat(colour(pixels, pixels.width() - 1, pixels.height() - 1)).isEqualTo(0xc8c8c8);
    }

    /** Its 1,784 bytes copy most of their rows from far above. */
    @Test
    void webp_of9MegapixelsInTiles_isReadToItsLastRow() {
        Pixels pixels = decoded("tiles-9-megapixels.webp").pixels();

        assertThat(pixels.width()).isEqualTo(3_000);
        assertThat(colour(pixels, 0, 0)).isEqualTo(0xf09fae);
        assertThat(colour(pixels, 97, 61)).isEqualTo(0xd4390e);
        assertThat(colour(pixels, 1_500, 1_500)).isEqualTo(0x4c48de);
        assertThat(colour(pixels, 2_999, 0)).isEqualTo(0xf09fae);
        assertThat(colour(pixels, 0, 2_999)).isEqualTo(0xe493c5);
        assertThat(colour(pixels, 2_999, 2_999)).isEqualTo(0xe493c5);
    }
}
