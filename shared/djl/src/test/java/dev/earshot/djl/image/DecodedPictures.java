package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;

/** Decodes files, and holds what came of them against the blue and red picture. */
final class DecodedPictures {
    static final ImageDecoder DECODER = new ImageDecoder();

    private DecodedPictures() {}

    static Decoding.Decoded decoded(byte[] file) {
        Decoding decoding = DECODER.decode(file);
        assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
        return (Decoding.Decoded) decoding;
    }

    static void assertBlueAndRed(Decoding.Decoded decoded, MediaType type) {
        assertThat(decoded.type()).isEqualTo(type);
        assertThat(decoded.originalWidth()).isEqualTo(40);
        assertThat(decoded.originalHeight()).isEqualTo(24);
        assertColour(decoded.pixels(), 2, 12, EncodedPictures.BLUE);
        assertColour(decoded.pixels(), 37, 12, EncodedPictures.RED);
    }

    /** Within 40 of each channel, to allow for lossy coding and GIF's palette. */
    static void assertColour(Pixels pixels, int x, int y, int rgb) {
        int at = 3 * (y * pixels.width() + x);
        for (int c = 0; c < 3; c++) {
            int expected = rgb >> (16 - 8 * c) & 0xff;
            assertThat(Byte.toUnsignedInt(pixels.rgb()[at + c]))
                    .as("channel " + c + " of " + x + "," + y)
                    .isBetween(expected - 40, expected + 40);
        }
    }
}
