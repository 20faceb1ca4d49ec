package dev.earshot.djl.vision.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;

import dev.earshot.core.picture.Safety;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.network.TorchNetwork;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real networks. What they find in unsafe pictures can't be tested here: there are none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyClassifierTest {
    private static final Path MODELS = Path.of(System.getProperty("earshot.models", "absent"));
    private static final Path PICTURES =
            Path.of(System.getProperty("earshot.data", "absent"), "images");
    private static final Path FIRST = MODELS.resolve("safety");
    private static final Path SECOND = MODELS.resolve("safety-second");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private SafetyClassifier classifier;

    @BeforeAll
    void load() {
        // Several threads of one run busy-wait for each other, which is slower on a loaded machine.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        need(
                Files.exists(FIRST.resolve("model.pt")) && Files.exists(SECOND.resolve("model.pt")),
                "no safety models in " + MODELS + ": mvn -pl models package");
        classifier = with(SafetyClassifier.Settings.DEFAULT);
    }

    @AfterAll
    void close() {
        if (classifier != null) {
            classifier.close();
        }
    }

    /** What TensorFlow.js answers for the same picture (models/safety/export/reference.mjs). */
    @ParameterizedTest
    @CsvSource({
        "safety, 224, 0.01581382, 0.00139709, 0.98216337, 0.00056648, 0.00005933",
        "safety-second, 299, 0.48325858, 0.02068282, 0.48708320, 0.00660713, 0.00236829"
    })
    void network_onAComputedPicture_answersAsTheOriginalRunTime(
            String folder, int side, float a, float b, float c, float d, float e) {
        try (TorchNetwork network = TorchNetwork.load(MODELS.resolve(folder), Device.cpu())) {
            float[] answer =
                    network.forward(new TorchNetwork.Tensor(pattern(side), 1, 3, side, side))
                            .values();

            assertThat(answer).containsExactly(new float[] {a, b, c, d, e}, within(1e-4f));
        }
    }

    @Test
    void plainPicture_isNotFlagged() {
        Safety safety = classifier.classify(plain());

        assertThat(safety.flagged()).isFalse();
        assertThat(List.of("drawing", "neutral")).contains(safety.label());
        assertThat(safety.score()).isBetween(0.2, 1.0);
    }

    @Test
    void thresholdOfZero_bothNetworksLookAndAgree() {
        try (SafetyClassifier all = with(new SafetyClassifier.Settings(0, 0))) {
            assertThat(all.classify(plain()).flagged()).isTrue();
        }
    }

    @Test
    void trigger_overThreshold_isRefused() {
        assertThatThrownBy(() -> new SafetyClassifier.Settings(0.5, 0.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.6");
    }

    @Tag("data")
    @Test
    void benignPhotos_firstFiftyOfCoco_areNotFlagged() throws IOException {
        Path folder = PICTURES.resolve("objects_coco");
        need(Files.isDirectory(folder), "no photographs in " + folder);
        int flagged = 0;
        int seen = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().limit(50).toList()) {
                if (new ImageDecoder().decode(Files.readAllBytes(file))
                        instanceof Decoding.Decoded decoded) {
                    seen++;
                    flagged += classifier.classify(decoded.pixels()).flagged() ? 1 : 0;
                }
            }
        }
        assertThat(seen).isGreaterThan(40);
        assertThat(flagged).isZero();
    }

    private static void need(boolean present, String why) {
        if (!present) {
            System.err.println("SKIPPED: " + why);
        }
        Assumptions.assumeTrue(present, why);
    }

    private static SafetyClassifier with(SafetyClassifier.Settings settings) {
        return new SafetyClassifier(FIRST, SECOND, Device.cpu(), settings);
    }

    private static Pixels plain() {
        byte[] rgb = new byte[3 * 64 * 48];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (120 + 30 * (i % 3));
        }
        return new Pixels(64, 48, rgb);
    }

    private static float[] pattern(int side) {
        float[] planes = new float[3 * side * side];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    planes[(c * side + y) * side + x] =
                            (x * 7 + y * 13 + c * 50 + (x / 9) * (y / 11)) % 256;
                }
            }
        }
        return planes;
    }
}
