package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class TextMapTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private final float[] probability = new float[WIDTH * HEIGHT];

    @Test
    void mark_upright_givesItsRectangleGrown() {
        fill(10, 20, 40, 8, 0.9f);

        List<SlantedBox> boxes = new TextMap(probability, WIDTH, HEIGHT).boxes();

        assertThat(boxes).hasSize(1);
        SlantedBox box = boxes.getFirst();
        double grown = 40 * 8 * 1.6 / (2 * (40 + 8));
        assertThat(box.centreX()).isCloseTo(30, within(0.01));
        assertThat(box.centreY()).isCloseTo(24, within(0.01));
        assertThat(box.width()).isCloseTo(40 + 2 * grown, within(0.01));
        assertThat(box.height()).isCloseTo(8 + 2 * grown, within(0.01));
    }

    @Test
    void marks_apart_areTwoBoxes() {
        fill(5, 5, 20, 6, 0.9f);
        fill(5, 20, 20, 6, 0.9f);

        assertThat(new TextMap(probability, WIDTH, HEIGHT).boxes()).hasSize(2);
    }

    @Test
    void mark_faint_isDropped() {
        fill(5, 5, 20, 6, 0.4f);

        assertThat(new TextMap(probability, WIDTH, HEIGHT).boxes()).isEmpty();
    }

    @Test
    void mark_tiny_isDropped() {
        fill(5, 5, 2, 2, 0.9f);

        assertThat(new TextMap(probability, WIDTH, HEIGHT).boxes()).isEmpty();
    }

    @Test
    void noise_ofAnyKind_givesBoundedBoxes() {
        Random random = new Random(11);
        for (int i = 0; i < probability.length; i++) {
            probability[i] = random.nextFloat();
        }

        assertThat(new TextMap(probability, WIDTH, HEIGHT).boxes())
                .allSatisfy(box -> box.bounds(WIDTH, HEIGHT));
    }

    private void fill(int x, int y, int width, int height, float value) {
        for (int v = y; v < y + height; v++) {
            for (int u = x; u < x + width; u++) {
                probability[v * WIDTH + u] = value;
            }
        }
    }
}
