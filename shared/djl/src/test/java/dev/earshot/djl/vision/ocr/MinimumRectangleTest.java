package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class MinimumRectangleTest {
    @ParameterizedTest
    @ValueSource(doubles = {-40, -20, 0, 7, 30, 44})
    void points_insideATurnedRectangle_giveThatRectangle(double degrees) {
        double angle = Math.toRadians(degrees);
        Random random = new Random(5);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double u = i < 4 ? (i % 2) * 100 - 50 : random.nextDouble() * 100 - 50;
            double v = i < 4 ? (i / 2) * 20 - 10 : random.nextDouble() * 20 - 10;
            points.add(
                    new double[] {
                        200 + u * Math.cos(angle) - v * Math.sin(angle),
                        150 + u * Math.sin(angle) + v * Math.cos(angle)
                    });
        }

        SlantedBox box = MinimumRectangle.around(points, 1).normalised();

        assertThat(box.centreX()).isCloseTo(200, within(0.01));
        assertThat(box.centreY()).isCloseTo(150, within(0.01));
        assertThat(box.width()).isCloseTo(100, within(0.01));
        assertThat(box.height()).isCloseTo(20, within(0.01));
        assertThat(Math.toDegrees(box.angle())).isCloseTo(degrees, within(0.01));
    }
}
