package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Damages intact files at random, seeded: the result must be a picture or a refusal. */
class ImageDecoderFuzzTest {
    private static final int ROUNDS = 150;

    /** With small limits a flipped size field costs little time; the code paths are the same. */
    private final ImageDecoder decoder =
            new ImageDecoder(new ImageLimits(4_000_000, 1_000_000, 65_535, 500_000));

    static Stream<byte[]> files() {
        return Stream.of(
                EncodedPictures.jpeg(40, 24),
                EncodedPictures.progressiveJpeg(40, 24),
                EncodedPictures.withSegment(
                        EncodedPictures.jpeg(40, 24), 0xe1, EncodedPictures.exif(6)),
                EncodedPictures.withSegment(
                        EncodedPictures.inkJpeg(16, 16, 9, 9, 9, 9),
                        0xee,
                        EncodedPictures.adobe(2)),
                EncodedPictures.png(40, 24),
                EncodedPictures.encode(
                        EncodedPictures.blueAndRed(40, 24, BufferedImage.TYPE_BYTE_INDEXED), "png"),
                EncodedPictures.encode(
                        new BufferedImage(9, 9, BufferedImage.TYPE_USHORT_GRAY), "png"),
                EncodedPictures.gif(40, 24),
                EncodedPictures.resource("lossy.webp"),
                EncodedPictures.resource("lossless.webp"),
                EncodedPictures.resource("lossy-alpha.webp"),
                EncodedPictures.resource("lossless-alpha.webp"),
                EncodedPictures.resource("animated.webp"),
                EncodedPictures.resource("rotated.webp"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_withFlippedBytes_isPictureOrRefusal(byte[] file) {
        Random random = new Random(20_261_122);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = file.clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertSound(damaged, "round " + round);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_truncatedAnywhere_isPictureOrRefusal(byte[] file) {
        for (int length = 0; length < file.length; length++) {
            assertSound(Arrays.copyOf(file, length), "length " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_withOverwrittenRun_isPictureOrRefusal(byte[] file) {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = file.clone();
            int from = random.nextInt(damaged.length);
            byte[] noise = new byte[Math.min(damaged.length - from, 1 + random.nextInt(16))];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, from, noise.length);
            assertSound(damaged, "round " + round);
        }
    }

    private void assertSound(byte[] damaged, String which) {
        switch (decoder.decode(damaged)) {
            case Decoding.Decoded decoded ->
                    assertThat(decoded.pixels().rgb())
                            .as(which)
                            .hasSize(3 * decoded.pixels().width() * decoded.pixels().height());
            case Decoding.Refused refused -> assertThat(refused.message()).as(which).isNotBlank();
        }
    }
}
