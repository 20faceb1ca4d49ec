package dev.earshot.djl.vision.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.catalogue.CopyKeys;
import dev.earshot.core.catalogue.SamePicture;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.Scenes;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.util.Collections;

final class FingerprinterTest {
    private final BufferedImage original = Scenes.busy(1, 640, 480);
    private final Fingerprint print = of(original);

    @Test
    void samePicture_twice_hasTheSameFingerprint() {
        assertThat(of(Scenes.busy(1, 640, 480))).isEqualTo(print);
    }

    @Test
    void copy_ofHalfTheSize_isRecognisedAndSharesAKey() {
        assertCopy(of(Scenes.scaled(original, 320, 240)));
    }

    @Test
    void copy_withAFifthCutOff_isRecognisedAndSharesAKey() {
        assertCopy(of(original.getSubimage(64, 48, 512, 384)));
    }

    @Test
    void copy_madeBrighter_isRecognisedAndSharesAKey() {
        Pixels pixels = Scenes.pixels(original);
        byte[] rgb = pixels.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, (rgb[i] & 0xff) * 0.9 + 20);
        }

        assertCopy(Fingerprinter.of(new Pixels(640, 480, rgb)));
    }

    @Test
    void otherPictures_areNotCopies() {
        for (int seed = 2; seed < 40; seed++) {
            assertThat(SamePicture.test(print, of(Scenes.busy(seed, 640, 480))))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @Test
    void plainPictures_ofTwoColours_areNotCopiesAndShareNoKey() {
        Fingerprint grey = Fingerprinter.of(new Pixels(40, 30, new byte[3 * 40 * 30]));
        byte[] rgb = new byte[3 * 40 * 30];
        java.util.Arrays.fill(rgb, (byte) 200);
        Fingerprint light = Fingerprinter.of(new Pixels(40, 30, rgb));

        assertThat(SamePicture.test(grey, light)).isFalse();
        assertThat(CopyKeys.kept(grey)).isEmpty();
    }

    @Test
    void points_areManyAndWithinThePicture() {
        assertThat(print.points()).hasSizeBetween(24, 48);
        assertThat(print.points())
                .allSatisfy(
                        point -> {
                            assertThat(point.x()).isBetween(0, 1_000);
                            assertThat(point.y()).isBetween(0, 750);
                        });
    }

    @Test
    void picture_ofOnePixel_hasAFingerprintWithoutPoints() {
        assertThat(Fingerprinter.of(new Pixels(1, 1, new byte[3])).points()).isEmpty();
    }

    private void assertCopy(Fingerprint copy) {
        assertThat(SamePicture.test(print, copy)).isTrue();
        assertThat(Collections.disjoint(CopyKeys.kept(print), CopyKeys.asked(copy))).isFalse();
    }

    private static Fingerprint of(BufferedImage image) {
        return Fingerprinter.of(Scenes.pixels(image));
    }
}
