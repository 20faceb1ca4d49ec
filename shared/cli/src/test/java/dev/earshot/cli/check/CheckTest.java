package dev.earshot.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

final class CheckTest {
    private static final String TABLE =
            "Beitrag;Datum;Gefällt mir;Notiz\n"
                    + "Der Kessel ist schön;03.04.2024 10:00;1.234;x\n"
                    + "[removed];03.04.2024;1;x\n"
                    + "Er tropft;30.02.2024;2;x\n";

    private record Run(int code, String out) {}

    private static Run check(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code =
                new CommandLine(new Check(out, () -> Instant.parse("2026-05-01T12:00:00Z")))
                        .execute(arguments);
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private static String file(Path folder, String name, String content, Charset charset)
            throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset)).toString();
    }

    @Test
    void table_checked_saysHowItWouldBeRead(@TempDir Path folder) throws IOException {
        Run run = check(file(folder, "a.csv", TABLE, Charset.forName("windows-1252")));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "encoding    Windows-1252 (recognised)",
                        "separator   semicolon",
                        "'Beitrag' = text, 'Datum' = time, 'Gefällt mir' = likes",
                        "not read    'Notiz'",
                        "posts       1",
                        "period      2024-04-03T10:00:00Z to 2024-04-03T10:00:00Z",
                        "row 4: column 'Datum'",
                        "row 3: its text is a placeholder",
                        "Der Kessel ist schön");
    }

    @Test
    void table_checkedAsJson_saysTheSame(@TempDir Path folder) throws IOException {
        Run run = check("--json", file(folder, "a.csv", TABLE, StandardCharsets.UTF_8));

        JsonNode report = new ObjectMapper().readTree(run.out()).path("report");
        assertThat(report.at("/description/separator").asText()).isEqualTo(";");
        assertThat(report.path("posts").asInt()).isEqualTo(1);
        assertThat(report.at("/samples/0/text").asText()).isEqualTo("Der Kessel ist schön");
        assertThat(report.at("/refused/0/example").asText()).contains("30.02.2024");
    }

    @Test
    void fileThatIsNotRead_isNamedAndFails(@TempDir Path folder) throws IOException {
        Run run =
                check(file(folder, "a.html", "<!doctype html><p>429</p>", StandardCharsets.UTF_8));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("refused     the file is a web page");
    }

    @Test
    void hint_given_isFollowed(@TempDir Path folder) throws IOException {
        String file =
                file(folder, "a.csv", "Ding;Wann\nDer Kessel;03/04/2024\n", StandardCharsets.UTF_8);

        assertThat(check(file).out()).contains("'Ding', 'Wann'", "--columns text=NAME");
        assertThat(check("--columns", "text=Ding,time=Wann", file).out()).contains("--dates dmy");
        assertThat(check("--columns", "text=Ding,time=Wann", "--dates", "mdy", file).out())
                .contains("2024-03-04T00:00:00Z");
    }
}
