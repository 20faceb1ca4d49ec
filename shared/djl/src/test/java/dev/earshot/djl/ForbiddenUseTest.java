package dev.earshot.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ForbiddenUseTest {
    @TempDir private Path folder = Path.of("");

    private String read(String json) throws IOException {
        Files.writeString(folder.resolve("model.json"), json);
        return ModelFolder.read(folder, "a model", root -> root.get("name").getAsString());
    }

    @ParameterizedTest
    @CsvSource({
        "faces, face-emotion, happy, 5(1)(f)",
        "faces, classification, anger, 5(1)(f)",
        "arc, face recognition, face, 9(1)",
        "net, facial-embedding, x, 9(1)",
        "faces, face-attributes, ethnicity, 5(1)(g)"
    })
    void read_aModelOfFacesThatTellsMoreThanWhereTheyAre_isRefusedWithTheArticle(
            String name, String task, String label, String article) {
        String json =
                "{\"name\":\"%s\",\"task\":\"%s\",\"labels\":[\"%s\"]}"
                        .formatted(name, task, label);

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("is refused")
                .hasMessageContaining(article);
    }

    @Test
    void read_facesThatAreBoxedAndTextsThatStateFeelings_areTaken() throws IOException {
        assertThat(read("{\"name\":\"faces\",\"task\":\"face-detection\",\"labels\":[\"face\"]}"))
                .isEqualTo("faces");
        assertThat(
                        read(
                                "{\"name\":\"text\",\"task\":\"emotions of posts\",\"labels\":[\"anger\"]}"))
                .isEqualTo("text");
    }
}
