package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.picture.Box;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class AnnotatedPicturesTest {
    @TempDir private Path data;

    private AnnotatedPictures pictures(String... lines) throws IOException {
        Files.createDirectories(data.resolve("images/faces"));
        Files.writeString(
                data.resolve("images/annotations.jsonl"),
                String.join("\n", lines).replace('\'', '"'));
        return AnnotatedPictures.in(data);
    }

    @Test
    void of_fileOfATask_isReadWithItsBoxes() throws IOException {
        AnnotatedPictures pictures =
                pictures(
                        "{'task': 'faces', 'file': 'a.png', 'faces': [[1, 2, 3, 4]], 'label': 'x',"
                                + " 'objects': [{'label': 'cat', 'bbox_xywh': [5, 6, 7, 8]}]}",
                        "",
                        "{'task': 'ocr', 'file': 'b.png'}");
        Files.write(data.resolve("images/faces/a.png"), Pictures.of(50, "{}").bytes());

        Picture picture = pictures.of("faces").getFirst();

        assertThat(pictures.of("faces")).hasSize(1);
        assertThat(picture.pixels().width()).isEqualTo(50);
        assertThat(picture.label()).isEqualTo("x");
        assertThat(picture.truths())
                .containsExactly(
                        new Truth("cat", new Box(5, 6, 7, 8)),
                        new Truth("face", new Box(1, 2, 3, 4)));
    }

    @Test
    void of_fileInAnArchive_isReadFromIt() throws IOException {
        AnnotatedPictures pictures =
                pictures(
                        "{'task': 'faces', 'file': 'all.zip!in/a.png'}",
                        "{'task': 'gone', 'file': 'all.zip!b.png'}");
        try (var zip = new ZipOutputStream(Files.newOutputStream(data.resolve("images/all.zip")))) {
            zip.putNextEntry(new ZipEntry("in/a.png"));
            zip.write(Pictures.of(70, "{}").bytes());
        }

        assertThat(pictures.of("faces").getFirst().pixels().width()).isEqualTo(70);
        assertThatThrownBy(() -> pictures.of("gone"))
                .isInstanceOf(DataMissingException.class)
                .hasMessageContaining("all.zip!b.png");
    }

    @Test
    void missing_listTaskFolderOrPicture_saysWhichOne() throws IOException {
        assertThatThrownBy(() -> AnnotatedPictures.in(data))
                .isInstanceOf(DataMissingException.class)
                .hasMessageContaining("annotations.jsonl");
        AnnotatedPictures pictures = pictures("{'task': 'faces', 'file': 'a.png'}");
        assertThatThrownBy(() -> pictures.of("logos")).hasMessageContaining("the task logos");
        assertThatThrownBy(() -> pictures.files("logo_references"))
                .isInstanceOf(DataMissingException.class)
                .hasMessageContaining("logo_references");
        Files.writeString(data.resolve("images/faces/a.png"), "no picture");
        assertThatThrownBy(() -> pictures.of("faces").getFirst().pixels())
                .isInstanceOf(DataMissingException.class)
                .hasMessageStartingWith("a.png: ");
    }

    @Test
    void files_ofAFolder_areSortedWithoutFolders() throws IOException {
        AnnotatedPictures pictures = pictures();
        Path folder = data.resolve("images/faces");
        Files.createDirectory(folder.resolve("inner"));
        List<Path> files =
                List.of(
                        Files.createFile(folder.resolve("a")),
                        Files.createFile(folder.resolve("b")));

        assertThat(pictures.files("faces")).isEqualTo(files);
        assertThat(pictures.beside("video")).isEqualTo(data.toAbsolutePath().resolve("video"));
    }
}
