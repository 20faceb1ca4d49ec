package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.djl.ModelFolderException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ModelDescriptionTest {
    private static final String DESCRIBED =
            """
            {"name": "tiny", "revision": "1", "output": {"file": "model.pt", "sha256": "%s"},
             "input": {"maxTokens": 128}, "languages": ["es", "hi-Latn"],
             "heads": [{"name": "sentiment", "labels": ["negative", "neutral", "positive"],
                        "temperature": 1.5, "abstainBelow": 0.5,
                        "byLanguage": {"es": {"temperature": %s, "abstainBelow": 0.6}}}]}
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void headsIn_languageWithItsOwnCalibration_haveIt() throws IOException {
        ModelDescription.Head head = read("1.2").headsIn("es").getFirst();

        assertThat(head.temperature()).isEqualTo(1.2);
        assertThat(head.abstainBelow()).isEqualTo(0.6);
    }

    @Test
    void headsIn_languageWithoutOne_haveTheJointOne() throws IOException {
        ModelDescription.Head head = read("1.2").headsIn("hi-Latn").getFirst();

        assertThat(head.temperature()).isEqualTo(1.5);
        assertThat(head.abstainBelow()).isEqualTo(0.5);
    }

    @Test
    void read_temperatureOfALanguageThatCannotBe_isRefused() {
        assertThatThrownBy(() -> read("0"))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("temperature must be above 0, got 0.0");
    }

    @Test
    void read_withoutParts_hasNone() throws IOException {
        assertThat(read("1.2").parts()).isEmpty();
    }

    @Test
    void read_parts_haveTheirTemperature() throws IOException {
        assertThat(parted("0.8").parts()).contains(new ModelDescription.Parts(0.8));
    }

    @Test
    void read_temperatureOfPartsThatCannotBe_isRefused() {
        assertThatThrownBy(() -> parted("-1"))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("temperature of parts must be above 0, got -1.0");
    }

    private ModelDescription parted(String temperature) throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(
                file,
                DESCRIBED
                        .formatted("0".repeat(64), "1")
                        .replace(
                                "\"languages\"",
                                "\"parts\": {\"temperature\": "
                                        + temperature
                                        + "}, \"languages\""));
        return ModelDescription.read(folder);
    }

    private ModelDescription read(String temperature) throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(file, DESCRIBED.formatted("0".repeat(64), temperature));
        return ModelDescription.read(folder);
    }
}
