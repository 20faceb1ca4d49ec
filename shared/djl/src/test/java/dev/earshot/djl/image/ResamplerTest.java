package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class ResamplerTest {
    @Test
    void picture_sameSize_isUnchanged() {
        byte[] rgb = new byte[3 * 5 * 4];
        new Random(3).nextBytes(rgb);

        float[] planes = Resampler.planes(new Pixels(5, 4, rgb), 5, 4);

        for (int pixel = 0; pixel < 20; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(planes[20 * channel + pixel])
                        .isCloseTo(rgb[3 * pixel + channel] & 0xff, within(0.01f));
            }
        }
    }

    @Test
    void stripes_shrunkToAPixel_areTheirMean() {
        byte[] rgb = new byte[3 * 64];
        for (int x = 0; x < 64; x += 2) {
            Arrays.fill(rgb, 3 * x, 3 * x + 3, (byte) 200);
        }

        float[] planes = Resampler.planes(new Pixels(64, 1, rgb), 1, 1);

        assertThat(planes[0]).isCloseTo(100f, within(4f));
    }

    @Test
    void channels_stayApart() {
        byte[] rgb = {10, 20, 30, 10, 20, 30};

        assertThat(Resampler.planes(new Pixels(2, 1, rgb), 1, 1)).containsExactly(10f, 20f, 30f);
    }

    @Test
    void size_ofZero_isRefused() {
        assertThatThrownBy(() -> Resampler.planes(new Pixels(1, 1, new byte[3]), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 x 1");
    }
}
