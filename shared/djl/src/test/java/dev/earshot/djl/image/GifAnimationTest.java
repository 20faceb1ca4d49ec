package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

final class GifAnimationTest {
    private static final int SIDE = 32;

    @Test
    void frames_thatShowSomethingElse_areDecodedInOrder() {
        List<Pixels> later = later(plain(Color.RED), plain(Color.GREEN), plain(Color.BLUE));

        assertThat(later).extracting(GifAnimationTest::middle).containsExactly(0x00ff00, 0x0000ff);
    }

    @Test
    void frames_thatShowTheSame_areNotKept() {
        assertThat(later(plain(Color.RED), plain(Color.RED), plain(Color.RED))).isEmpty();
    }

    @Test
    void manyFrames_giveAtMostThreeMore() {
        BufferedImage[] frames = new BufferedImage[40];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = plain(new Color(6 * i, 255 - 6 * i, i % 2 * 200));
        }

        assertThat(later(frames)).hasSize(3);
    }

    @Test
    void transparentFrame_isDrawnOverTheOneBefore() {
        BufferedImage patch = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        fill(patch, Color.BLUE, 0, SIDE / 4);

        Pixels second = later(plain(Color.RED), patch).getFirst();

        assertThat(colour(second, 2)).isEqualTo(0x0000ff);
        assertThat(colour(second, SIDE - 2)).isEqualTo(0xff0000);
    }

    @Test
    void animationThatBreaksOff_isShownAsFarAsItGoes() {
        byte[] file =
                EncodedPictures.animatedGif(
                        plain(Color.RED), plain(Color.GREEN), plain(Color.BLUE));

        Decoding decoding = new ImageDecoder().decode(Arrays.copyOf(file, file.length - 30));

        assertThat(((Decoding.Decoded) decoding).later())
                .extracting(GifAnimationTest::middle)
                .containsExactly(0x00ff00);
    }

    @Test
    void laterFrameThatStatesAHugeSize_endsTheAnimation() {
        byte[] file = EncodedPictures.animatedGif(plain(Color.RED), plain(Color.GREEN));
        int second = lastIndexOf(file, new byte[] {0x2c, 0, 0, 0, 0, SIDE, 0, SIDE, 0});
        Arrays.fill(file, second + 5, second + 9, (byte) 0xff);

        Decoding decoding = new ImageDecoder().decode(file);

        assertThat(((Decoding.Decoded) decoding).later()).isEmpty();
    }

    private static List<Pixels> later(BufferedImage... frames) {
        Decoding decoding = new ImageDecoder().decode(EncodedPictures.animatedGif(frames));
        return ((Decoding.Decoded) decoding).later();
    }

    private static BufferedImage plain(Color colour) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        fill(image, colour, 0, SIDE);
        return image;
    }

    private static void fill(BufferedImage image, Color colour, int left, int right) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(left, 0, right - left, SIDE);
        graphics.dispose();
    }

    private static int middle(Pixels pixels) {
        return colour(pixels, SIDE / 2);
    }

    private static int colour(Pixels pixels, int x) {
        int at = 3 * (SIDE / 2 * pixels.width() + x);
        byte[] rgb = pixels.rgb();
        return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
    }

    private static int lastIndexOf(byte[] file, byte[] wanted) {
        int at = file.length - wanted.length;
        while (!Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
            at--;
        }
        return at;
    }
}
