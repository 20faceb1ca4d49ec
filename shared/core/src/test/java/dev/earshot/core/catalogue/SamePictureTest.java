package dev.earshot.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Fingerprint;
import dev.earshot.core.picture.Fingerprint.Point;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class SamePictureTest {
    @Test
    void points_enlargedAndShiftedTogether_areOnePicture() {
        List<Point> points = points(3, 20);
        List<Point> cropped =
                points.stream()
                        .map(
                                p ->
                                        new Point(
                                                (int) (1.25 * p.x() - 120),
                                                (int) (1.25 * p.y() - 60),
                                                p.code() ^ 0b101))
                        .toList();

        assertThat(SamePicture.test(new Fingerprint(0, points), new Fingerprint(-1, cropped)))
                .isTrue();
    }

    @Test
    void points_alikeButElsewhere_areDifferentPictures() {
        List<Point> points = points(3, 20);
        Random random = new Random(5);
        List<Point> scattered =
                points.stream()
                        .map(p -> new Point(random.nextInt(1000), random.nextInt(1000), p.code()))
                        .toList();

        assertThat(SamePicture.test(new Fingerprint(0, points), new Fingerprint(-1, scattered)))
                .isFalse();
    }

    @Test
    void whole_alikeAlone_isNotEnoughWherePointsDisagree() {
        assertThat(
                        SamePicture.test(
                                new Fingerprint(7, points(3, 20)),
                                new Fingerprint(7, points(4, 20))))
                .isFalse();
    }

    private static List<Point> points(int seed, int count) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(random.nextInt(1000), random.nextInt(1000), random.nextLong()));
        }
        return points;
    }
}
