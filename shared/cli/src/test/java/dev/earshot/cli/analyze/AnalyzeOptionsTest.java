package dev.earshot.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.nio.file.Files;
import java.nio.file.Path;

final class AnalyzeOptionsTest {
    @Test
    void options_ofFilesAndFlags_areRead(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("a.ndjson"), "{}").toString();

        var options =
                CommandLine.populateCommand(
                        new AnalyzeOptions(),
                        file,
                        "-",
                        "--explain",
                        "--source=x",
                        "--brands",
                        file);

        assertThat(options.files()).containsExactly(file, "-");
        assertThat(options.explain()).isTrue();
        assertThat(options.source()).contains("x");
        assertThat(options.brands()).contains(Path.of(file));
    }

    @Test
    void options_ofAFileAlone_areTheDefaults() {
        var options = CommandLine.populateCommand(new AnalyzeOptions(), "-");

        assertThat(options.explain()).isFalse();
        assertThat(options.source()).isEmpty();
        assertThat(options.brands()).isEmpty();
    }

    @Test
    void file_afterTwoHyphens_isNoOption() {
        var options = CommandLine.populateCommand(new AnalyzeOptions(), "--", "-");

        assertThat(options.files()).containsExactly("-");
    }
}
