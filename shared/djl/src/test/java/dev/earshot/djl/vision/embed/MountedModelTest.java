package dev.earshot.djl.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.picture.PictureVector;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;
import dev.earshot.djl.image.Pixels;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The toy model of {@code make_colour_model.py} on the same engine as any other model. */
final class MountedModelTest {
    private final Path models;

    MountedModelTest() throws IOException {
        this.models = Files.createTempDirectory("mounted-model");
    }

    @Test
    void question_liesNearestToThePictureItDescribes() throws Exception {
        mount();
        try (PictureEncoder pictures =
                        PictureEncoder.among(models, ComputeDevice.CPU).orElseThrow();
                TextEncoder texts = TextEncoder.among(models, ComputeDevice.CPU).orElseThrow()) {
            PictureVector red = pictures.of(plain(230, 20, 30));
            PictureVector blue = pictures.of(plain(20, 30, 220));
            PictureVector asked = texts.ofText("something CRIMSON");

            assertThat(asked.cosine(red)).isGreaterThan(0.97);
            assertThat(asked.cosine(blue)).isLessThan(0);
            assertThat(texts.version()).isEqualTo(pictures.version());
            assertThat(texts.version().revision()).isEqualTo("1");
        }
    }

    @Test
    void picture_isCroppedToItsMiddle() throws Exception {
        mount();
        byte[] rgb = new byte[3 * 90 * 30];
        for (int i = 0; i < 90 * 30; i++) {
            rgb[3 * i + (i % 90 / 30 == 1 ? 0 : 2)] = (byte) 255;
        }
        try (PictureEncoder pictures =
                PictureEncoder.among(models, ComputeDevice.CPU).orElseThrow()) {
            assertThat(pictures.of(new Pixels(90, 30, rgb)).cosine(pictures.of(plain(255, 0, 0))))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void picture_ofOnePixelOrAStrip_hasAVector() throws Exception {
        mount();
        try (PictureEncoder pictures =
                PictureEncoder.among(models, ComputeDevice.CPU).orElseThrow()) {
            assertThat(pictures.of(new Pixels(1, 1, new byte[] {9, 9, 9})).values()).hasSize(4);
            assertThat(pictures.of(new Pixels(1, 3_000, new byte[9_000])).values()).hasSize(4);
        }
    }

    @Test
    void text_longerThanTheModelReads_isCut() throws Exception {
        mount();
        try (TextEncoder texts = TextEncoder.among(models, ComputeDevice.CPU).orElseThrow()) {
            assertThat(texts.ofText("red ".repeat(500)).cosine(texts.ofText("red")))
                    .isGreaterThan(0.99);
            assertThat(texts.ofText("").values()).hasSize(4);
        }
    }

    @Test
    void otherWeights_underTheSameRevision_areAnotherModel() throws Exception {
        Path folder = mount();
        String before = MountedModel.among(models).orElseThrow().version().sha256();
        Path tokenizer = folder.resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer).replace("crimson", "scarlet"));

        assertThat(MountedModel.among(models).orElseThrow().version().sha256())
                .isNotEqualTo(before);
    }

    @Test
    void nothingMounted_isEmpty() {
        assertThat(PictureEncoder.among(models, ComputeDevice.CPU)).isEqualTo(Optional.empty());
        assertThat(TextEncoder.among(models, ComputeDevice.CPU)).isEqualTo(Optional.empty());
    }

    @Test
    void folderWithoutItsFiles_isRefusedByName() throws Exception {
        Path folder = mount();
        Files.delete(folder.resolve("text.pt"));

        assertThatThrownBy(() -> PictureEncoder.among(models, ComputeDevice.CPU))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("picture-text");
    }

    @Test
    void description_thatTheModelDoesNotKeep_isRefused() throws Exception {
        Path file = mount().resolve("model.json");
        Files.writeString(
                file, Files.readString(file).replace("\"dimensions\": 4", "\"dimensions\": 512"));

        assertThatThrownBy(() -> TextEncoder.among(models, ComputeDevice.CPU))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("must give 512 numbers")
                .hasMessageContaining("gave 4");
    }

    @Test
    void description_withAnUnknownFit_isRefused() throws Exception {
        Path file = mount().resolve("model.json");
        Files.writeString(file, Files.readString(file).replace("\"crop\"", "\"squeeze\""));

        assertThatThrownBy(() -> TextEncoder.among(models, ComputeDevice.CPU))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("crop or stretch, got 'squeeze'");
    }

    private Path mount() throws IOException, URISyntaxException {
        Path from =
                Path.of(
                        Objects.requireNonNull(MountedModelTest.class.getResource("picture-text"))
                                .toURI());
        Path to = Files.createDirectory(models.resolve(MountedModel.FOLDER));
        for (String name : List.of("model.json", "picture.pt", "text.pt", "tokenizer.json")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
        return to;
    }

    private static Pixels plain(int red, int green, int blue) {
        byte[] rgb = new byte[3 * 40 * 30];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new Pixels(40, 30, rgb);
    }
}
