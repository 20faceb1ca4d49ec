package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.evaluation.DataMissingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class AnnotatedFolderTest {
    private static AnnotatedFolder read(Path folder, String name, String... lines)
            throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines).replace('\'', '"'));
        return AnnotatedFolder.read(folder);
    }

    @Test
    void bytes_fileBesideInTheTasksFolderOrInAnArchive_isFound(@TempDir Path folder)
            throws IOException {
        Files.createDirectories(folder.resolve("faces"));
        Files.write(folder.resolve("a.png"), new byte[] {1});
        Files.write(folder.resolve("faces/b.png"), new byte[] {2});
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("all.zip")))) {
            zip.putNextEntry(new ZipEntry("in/c.png"));
            zip.write(3);
        }

        AnnotatedFolder list =
                read(
                        folder,
                        "labels.jsonl",
                        "{'file': 'a.png'}",
                        "",
                        "{'task': 'faces', 'file': 'b.png'}",
                        "{'task': 'faces', 'file': 'all.zip!in/c.png'}");

        List<Integer> first =
                list.entries().stream().map(entry -> (int) firstByte(list, entry)).toList();
        assertThat(first).containsExactly(1, 2, 3);
    }

    private static byte firstByte(AnnotatedFolder list, AnnotatedFolder.Entry entry) {
        try {
            return list.bytes(entry)[0];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bytes_missingFile_saysWhereItWasLookedFor(@TempDir Path folder) throws IOException {
        AnnotatedFolder list =
                read(folder, "annotations.jsonl", "{'task': 'faces', 'file': 'b.png'}");

        assertThatThrownBy(() -> list.bytes(list.entries().getFirst()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("b.png").toString())
                .hasMessageContaining(folder.resolve("faces/b.png").toString());
    }

    @Test
    void read_folderWithoutAList_saysWhatIsMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> AnnotatedFolder.read(folder))
                .isInstanceOf(DataMissingException.class)
                .hasMessageContaining("annotations.jsonl");
    }

    @Test
    void read_brokenLine_namesTheLine(@TempDir Path folder) {
        assertThatThrownBy(
                        () ->
                                read(
                                        folder,
                                        "annotations.jsonl",
                                        "{'file': 'a.png'}",
                                        "{'file': 'b.png'"))
                .isInstanceOf(DataMissingException.class)
                .hasMessageContaining("annotations.jsonl:2: is not JSON");
    }

    @Test
    void read_lineWithoutAFile_namesTheLine(@TempDir Path folder) {
        assertThatThrownBy(() -> read(folder, "annotations.jsonl", "{'place': 'street'}"))
                .hasMessageContaining("annotations.jsonl:1: file must name the picture");
    }
}
