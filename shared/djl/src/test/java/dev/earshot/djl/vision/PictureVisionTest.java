package dev.earshot.djl.vision;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;

import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.picture.VisionModel.Look;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.testkit.contract.VisionModelContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** All vision models together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PictureVisionTest extends VisionModelContract {
    private final AtomicInteger decodings = new AtomicInteger();
    private final PictureVision vision;

    PictureVisionTest() {
        Path models = Path.of(System.getProperty("earshot.models", ""));
        boolean assembled = Files.exists(models.resolve("faces/model.pt"));
        if (!assembled) {
            System.err.println("SKIPPED: " + models + " is not assembled: mvn -pl models package");
        }
        Assumptions.assumeTrue(assembled, models + " is not assembled");
        var decoder = new ImageDecoder();
        this.vision =
                PictureVision.load(
                        models,
                        Device.cpu(),
                        file -> {
                            decodings.incrementAndGet();
                            return decoder.decode(file);
                        });
    }

    @AfterAll
    void close() {
        vision.close();
    }

    @Override
    protected VisionModel model() {
        return vision;
    }

    @Override
    protected byte[] picture() {
        return Scenes.png(Scenes.busy(3, 160, 120));
    }

    @Test
    void blurredCopy_ofAPicture_isMadeFromTheOneDecoding() {
        decodings.set(0);
        Look.Seen seen = (Look.Seen) vision.look(picture());

        byte[] copy = seen.blurredCopy().get();

        assertThat(decodings).hasValue(1);
        assertThat(seen.findings().width()).isEqualTo(160);
        Decoding.Decoded decoded = (Decoding.Decoded) new ImageDecoder().decode(copy);
        assertThat(decoded.pixels().width()).isEqualTo(160);
        assertThat(decoded.pixels().height()).isEqualTo(120);
    }
}
