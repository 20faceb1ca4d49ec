package dev.earshot.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class FigureSectionTest {
    private static final String BEFORE =
            "# Figures\r\n\n  trailing  \n<!-- figures: eval text -->\n";
    private static final String AFTER =
            "<!-- end -->\n\n<!-- figures: eval vision -->\nkept\n<!-- end -->\nno newline at the end";

    @TempDir private Path folder = Path.of("");

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("README.md"), content);
    }

    @Test
    void replace_ofASection_leavesTheRestByteForByte() throws Exception {
        var bytes = new ByteArrayOutputStream();
        byte[] notText = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, '\n'};
        bytes.write(notText);
        bytes.write((BEFORE + "old\n" + AFTER).getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("README.md"), bytes.toByteArray());

        FigureSection.of(file, "eval text").replace(List.of("date  today"), List.of("ä  1  ", "b"));

        var wanted = new ByteArrayOutputStream();
        wanted.write(notText);
        wanted.write(
                (BEFORE + "\n```text\ndate  today\n\nä  1\nb\n```\n\n" + AFTER)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readAllBytes(file)).isEqualTo(wanted.toByteArray());
    }

    @Test
    void replace_again_leavesOneTable() throws Exception {
        Path file = file(BEFORE + AFTER);
        FigureSection section = FigureSection.of(file, "eval text");
        section.replace(List.of("date  1"), List.of("first"));
        String once = Files.readString(file);

        section.replace(List.of("date  2"), List.of("second"));

        assertThat(Files.readString(file))
                .isEqualTo(once.replace("date  1", "date  2").replace("first", "second"));
    }

    @Test
    void of_aFileThatIsMissing_saysWhatToAdd() {
        assertThatThrownBy(() -> FigureSection.of(folder.resolve("none.md"), "eval text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.md does not exist")
                .hasMessageContaining("'<!-- figures: eval text -->' and '<!-- end -->'");
    }

    @Test
    void of_aSectionThatIsMissing_saysWhatToAdd() throws Exception {
        Path file = file("<!-- figures: eval text and more -->\n<!-- end -->\n");

        assertThatThrownBy(() -> FigureSection.of(file, "eval text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no line '<!-- figures: eval text -->'");
    }

    @Test
    void of_aSectionWithoutAnEndOfItsOwn_isRefused() throws Exception {
        Path file = file(BEFORE + "old\n<!-- figures: eval vision -->\n<!-- end -->\n");

        assertThatThrownBy(() -> FigureSection.of(file, "eval text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no line '<!-- end -->' after");
    }

    @Test
    void of_aSectionThatStandsTwice_isRefused() throws Exception {
        Path file = file(BEFORE + "<!-- end -->\n" + BEFORE + "<!-- end -->\n");

        assertThatThrownBy(() -> FigureSection.of(file, "eval text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void replace_afterTheSectionWasRemoved_changesNothing() throws Exception {
        Path file = file(BEFORE + AFTER);
        FigureSection section = FigureSection.of(file, "eval text");
        Files.writeString(file, "rewritten");

        assertThatThrownBy(() -> section.replace(List.of(), List.of("a")))
                .isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo("rewritten");
    }
}
