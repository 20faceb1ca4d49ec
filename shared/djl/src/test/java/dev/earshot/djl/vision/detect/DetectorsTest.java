package dev.earshot.djl.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;
import dev.earshot.djl.image.Pixels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Behaviour that needs the assembled models but no photographs. */
final class DetectorsTest {

    @Test
    void objects_noise_isNothing() {
        try (ObjectDetector detector =
                new ObjectDetector(Models.folder("objects"), ComputeDevice.CPU)) {
            assertThat(detector.detect(noise(500, 400, 1))).isEmpty();
            assertThat(detector.labels()).hasSize(80).contains("person", "dog", "car");
            assertThat(detector.version().name()).isEqualTo("objects");
        }
    }

    @Test
    void products_noise_isNothing() {
        try (ObjectDetector detector =
                new ObjectDetector(Models.folder("products"), ComputeDevice.CPU)) {
            assertThat(detector.detect(noise(500, 400, 2))).isEmpty();
            assertThat(detector.labels()).hasSize(23).contains("mug", "footwear", "camera");
        }
    }

    @Test
    void faces_noise_isNothing() {
        try (FaceDetector detector = new FaceDetector(Models.folder("faces"), ComputeDevice.CPU)) {
            assertThat(detector.detect(noise(500, 400, 3))).isEmpty();
        }
    }

    @Test
    void detectors_extremeShapes_giveBoxesInside() {
        try (ObjectDetector objects =
                        new ObjectDetector(Models.folder("objects"), ComputeDevice.CPU);
                FaceDetector faces = new FaceDetector(Models.folder("faces"), ComputeDevice.CPU)) {
            for (Pixels picture : List.of(noise(1, 1, 4), noise(3000, 2, 5), noise(2, 1500, 6))) {
                List<Box> boxes = new ArrayList<>(faces.detect(picture, 0.01));
                objects.detect(List.of(picture), 0.01)
                        .getFirst()
                        .forEach(detection -> boxes.add(detection.box()));
                assertThat(boxes)
                        .allMatch(
                                box ->
                                        box.x() + box.width() <= picture.width() + 0.1
                                                && box.y() + box.height()
                                                        <= picture.height() + 0.1);
            }
        }
    }

    @Test
    void objects_batch_equalsOneByOne() {
        try (ObjectDetector detector =
                new ObjectDetector(Models.folder("objects"), ComputeDevice.CPU)) {
            List<Pixels> pictures = List.of(noise(64, 64, 7), noise(800, 300, 8));
            List<List<Detection>> together = detector.detect(pictures, 0.02);

            for (int i = 0; i < pictures.size(); i++) {
                List<Detection> alone = detector.detect(List.of(pictures.get(i)), 0.02).getFirst();
                assertThat(together.get(i)).hasSameSizeAs(alone).isNotEmpty();
                assertThat(together.get(i).getFirst().label()).isEqualTo(alone.getFirst().label());
            }
        }
    }

    @Test
    void objects_calledFromManyThreads_giveWhatOneThreadGives()
            throws InterruptedException, ExecutionException {
        try (ObjectDetector detector =
                        new ObjectDetector(Models.folder("objects"), ComputeDevice.CPU);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Pixels> pictures = List.of(noise(416, 416, 9));
            List<List<Detection>> expected = detector.detect(pictures, 0.02);
            List<Future<List<List<Detection>>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> detector.detect(pictures, 0.02)));
            }
            for (Future<List<List<Detection>>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void detector_emptyFolder_saysHowToAssemble(@TempDir Path empty) {
        assertThatThrownBy(() -> new ObjectDetector(empty, ComputeDevice.CPU))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("mvn -pl models -am package");
    }

    private static Pixels noise(int width, int height, long seed) {
        byte[] rgb = new byte[3 * width * height];
        new Random(seed).nextBytes(rgb);
        return new Pixels(width, height, rgb);
    }
}
