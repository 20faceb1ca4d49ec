package dev.earshot.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.cli.command.UsageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class AnalyzeOptionsTest {
    @Test
    void options_ofFilesAndFlags_areRead(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("a.ndjson"), "{}").toString();

        Analyze.Options options =
                Analyze.Options.of(List.of(file, "-", "--explain", "--source=x", "--brands", file));

        assertThat(options.files()).containsExactly(file, "-");
        assertThat(options.explain()).isTrue();
        assertThat(options.source()).contains("x");
        assertThat(options.brands()).contains(Path.of(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "missing.ndjson",
                "--colour",
                "- --brands",
                "- --brands missing.json",
                "."
            })
    void options_wrong_areRefusedInOneLine(String words) {
        List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));

        assertThatThrownBy(() -> Analyze.Options.of(arguments))
                .isInstanceOf(UsageException.class)
                .message()
                .doesNotContain("\n");
    }
}
