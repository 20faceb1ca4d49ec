package dev.earshot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DataFolderTest {
    @Test
    void part_folderWithAndWithoutIt_isThePartOrTheFolder(@TempDir Path data) throws IOException {
        Path text = Files.createDirectory(data.resolve("text"));

        assertThat(DataFolder.part(data, "text")).isEqualTo(text);
        assertThat(DataFolder.part(text, "text")).isEqualTo(text);
    }

    @Test
    void find_severalNames_isTheFirstThatExists(@TempDir Path data) throws IOException {
        Path plain = Files.createFile(data.resolve("a.tsv"));

        assertThat(DataFolder.find(data, "a.tsv.gz", "a.tsv")).contains(plain);
        assertThat(DataFolder.find(data, "b.tsv")).isEmpty();
    }

    @Test
    void need_missingFile_saysHowToNameTheData(@TempDir Path data) throws IOException {
        Path there = Files.createFile(data.resolve("there"));

        assertThat(DataFolder.need(data, "there")).isEqualTo(there);
        assertThatThrownBy(() -> DataFolder.need(data, "labels.jsonl"))
                .isInstanceOf(DataMissingException.class)
                .hasMessage("no labels.jsonl in " + data + "; give its folder with --data");
    }
}
