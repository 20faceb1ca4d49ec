package dev.earshot.video.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.video.Footage;
import dev.earshot.video.frame.Thumbnail;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;

class ShotDetectorTest {
    private static List<Double> boundaries(List<Thumbnail> thumbnails) {
        ShotDetector detector = new ShotDetector();
        thumbnails.forEach(detector::take);
        return detector.finish();
    }

    private static List<Thumbnail> show(double seconds, Footage.Scene scene) {
        return new Footage(seconds, scene).thumbnails();
    }

    @Test
    void take_cutsBetweenMovingScenes_areFoundToTheFrame() {
        List<Double> found = boundaries(show(24, Footage.inTurn(100, 12, 2, 0.1)));

        assertThat(found).hasSize(11);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isEqualTo(2.0 * (i + 1));
        }
    }

    @Test
    void take_stillOrPannedOrNoisy_findsNothing() {
        Footage.Scene scene = Footage.texture(5, 0);
        assertThat(boundaries(show(8, scene))).isEmpty();
        assertThat(boundaries(show(8, Footage.noisy(scene, 20)))).isEmpty();
        assertThat(boundaries(show(8, Footage.texture(5, 0.25)))).isEmpty();
    }

    @Test
    void take_flash_isNoCut() {
        Footage.Scene scene = Footage.texture(6, 0.05);
        List<Double> found =
                boundaries(
                        show(
                                8,
                                (t, x, y) ->
                                        t >= 4 && t < 4.08 ? 0xffffff : scene.colour(t, x, y)));

        assertThat(found).isEmpty();
    }

    @Test
    void take_dissolve_isOneBoundaryNearItsMiddle() {
        Footage.Scene one = Footage.texture(7, 0.02);
        Footage.Scene other = Footage.texture(8, 0.02);
        List<Double> found =
                boundaries(
                        show(
                                10,
                                (t, x, y) ->
                                        Footage.mix(
                                                one.colour(t, x, y),
                                                other.colour(t, x, y),
                                                Math.clamp(t - 4.5, 0.0, 1.0))));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).isBetween(4.6, 5.4);
    }

    @Test
    void take_fadeThroughBlack_isOneBoundaryInTheDark() {
        Footage.Scene one = Footage.texture(9, 0.02);
        Footage.Scene other = Footage.texture(10, 0.02);
        List<Double> found =
                boundaries(
                        show(
                                10,
                                (t, x, y) ->
                                        Footage.mix(
                                                0,
                                                (t < 5 ? one : other).colour(t, x, y),
                                                Math.clamp(Math.abs(t - 5) / 0.5, 0.0, 1.0))));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).isBetween(4.8, 5.2);
    }

    @Test
    void read_afterAnyThumbnail_findsTheSame() throws IOException {
        List<Thumbnail> thumbnails = show(9, Footage.inTurn(100, 5, 2, 0.1));
        List<Double> whole = boundaries(thumbnails);
        Random random = new Random(3);
        for (int round = 0; round < 5; round++) {
            int at = 1 + random.nextInt(thumbnails.size() - 1);
            ShotDetector before = new ShotDetector();
            thumbnails.subList(0, at).forEach(before::take);
            ShotDetector after = through(before);
            double from = thumbnails.get(at - 1).seconds() - ShotDetector.HISTORY;
            thumbnails.subList(0, at).stream()
                    .filter(t -> t.seconds() >= from)
                    .forEach(after::recall);
            thumbnails.subList(at, thumbnails.size()).forEach(after::take);

            assertThat(after.finish()).isEqualTo(whole);
        }
        assertThat(whole).hasSize(4);
    }

    private static ShotDetector through(ShotDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(bytes));
        return ShotDetector.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
