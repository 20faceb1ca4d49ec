package dev.earshot.djl.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.djl.image.Pixels;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

final class ScalerTest {

    @Test
    void scale_sameSize_splitsPixelsIntoPlanes() {
        Pixels picture =
                new Pixels(2, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 255});
        Batch batch = new Batch(1, 2);

        Scaler.scale(picture, new Region(0, 0, 2, 2), batch, 0, 2, 2);

        assertThat(batch.values()).containsExactly(1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 255);
    }

    @Test
    void scale_uniformPictureOfAwkwardSize_staysUniform() {
        byte[] rgb = new byte[3 * 1237 * 773];
        Arrays.fill(rgb, (byte) 200);
        Batch batch = new Batch(1, 64);

        Scaler.scale(new Pixels(1237, 773, rgb), new Region(0, 0, 1237, 773), batch, 0, 64, 64);

        for (float value : batch.values()) {
            assertThat(value).isCloseTo(200f, within(1e-3f));
        }
    }

    @Test
    void scale_fineChequers_averageToGrey() {
        int side = 640;
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            byte value = (byte) ((i % side + i / side) % 2 == 0 ? 255 : 0);
            Arrays.fill(rgb, 3 * i, 3 * i + 3, value);
        }
        Batch batch = new Batch(1, 100);

        Scaler.scale(new Pixels(side, side, rgb), new Region(0, 0, side, side), batch, 0, 100, 100);

        for (float value : batch.values()) {
            assertThat(value).isBetween(120f, 135f);
        }
    }

    @Test
    void scale_largePicture_keepsMeanBrightness() {
        Random random = new Random(3);
        byte[] rgb = new byte[3 * 900 * 900];
        random.nextBytes(rgb);
        double mean = 0;
        for (byte value : rgb) {
            mean += (value & 0xff) / (double) rgb.length;
        }
        Batch batch = new Batch(1, 45);

        Scaler.scale(new Pixels(900, 900, rgb), new Region(0, 0, 900, 900), batch, 0, 45, 45);

        double scaled = 0;
        for (float value : batch.values()) {
            scaled += value / batch.values().length;
        }
        assertThat(scaled).isCloseTo(mean, within(0.5));
    }

    @Test
    void scale_regionIntoCorner_leavesRestBlackAndOtherPicturesAlone() {
        byte[] rgb = new byte[3 * 40 * 20];
        Arrays.fill(rgb, (byte) 90);
        Batch batch = new Batch(2, 10);

        Scaler.scale(new Pixels(40, 20, rgb), new Region(20, 0, 20, 10), batch, 1, 10, 5);

        assertThat(batch.values()[300 + 49]).isCloseTo(90f, within(1e-3f));
        assertThat(batch.values()[300 + 50]).isZero();
        assertThat(batch.values()[299]).isZero();
    }
}
