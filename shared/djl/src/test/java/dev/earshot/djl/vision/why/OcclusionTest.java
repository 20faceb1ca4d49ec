package dev.earshot.djl.vision.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.PictureExplanation;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** A score that is the brightness of one corner, so that the right answer is known. */
final class OcclusionTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 80;
    private static final int CELL = 20;

    private final Occlusion occlusion = new Occlusion(picture(), OcclusionTest::scores);

    @Test
    void cells_areAsSquareAsThePictureAllows() {
        assertThat(occlusion.columns).isEqualTo(8);
        assertThat(occlusion.rows).isEqualTo(4);
    }

    @Test
    void partThatTheScoreHangsOn_hasTheLargestDrop() {
        double[] drops = occlusion.drops(occlusion.whole());

        assertThat(drops[0]).isEqualTo(Arrays.stream(drops).max().orElseThrow()).isPositive();
        assertThat(drops[31]).isZero();
    }

    @Test
    void topFifthCovered_takesTheScoreAwayAndAnotherFifthDoesNot() {
        double whole = occlusion.whole();
        boolean[] top = occlusion.top(occlusion.drops(whole));
        boolean[] other = new boolean[top.length];
        Arrays.fill(other, top.length - 6, top.length, true);

        double[] without = occlusion.without(List.of(top, other));

        assertThat(whole).isEqualTo(1);
        assertThat(without[0]).isLessThan(0.2);
        assertThat(without[1]).isEqualTo(1);
    }

    @Test
    void pictureOfOnePixel_hasOneCell() {
        Occlusion tiny = new Occlusion(new Pixels(1, 1, new byte[3]), seen -> new double[] {0});

        assertThat(tiny.drops(0)).containsExactly(0.0);
    }

    @Test
    void heatPicture_isReddestWhereTheDropIsLargest() {
        double[] drops = occlusion.drops(occlusion.whole());
        PictureExplanation why =
                new PictureExplanation(
                        "light", "object", 1, 8, 4, Arrays.stream(drops).boxed().toList(), 0);

        Pixels heat = ((Decoding.Decoded) new ImageDecoder().decode(HeatPicture.png(why))).pixels();

        assertThat(heat.width()).isEqualTo(256);
        assertThat(heat.height()).isEqualTo(128);
        assertThat(heat.rgb()[1] & 0xff).as("green at the corner").isLessThan(100);
        assertThat(heat.rgb()[heat.rgb().length - 2] & 0xff).as("green far away").isEqualTo(255);
    }

    private static Pixels picture() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < CELL; y++) {
            Arrays.fill(rgb, 3 * y * WIDTH, 3 * (y * WIDTH + CELL), (byte) 255);
        }
        return new Pixels(WIDTH, HEIGHT, rgb);
    }

    /** The brightness of the upper left corner, in [0, 1]. */
    private static double[] scores(List<Pixels> pictures) {
        return pictures.stream().mapToDouble(seen -> (seen.rgb()[3] & 0xff) / 255.0).toArray();
    }
}
