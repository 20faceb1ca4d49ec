package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

final class MainTest {
    private record Ran(int code, String out, String error) {}

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int code =
                Main.run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(error, true, StandardCharsets.UTF_8));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | unknown command ''",
                "upp | unknown command 'upp'",
                "up --stat x | unknown option --stat",
                "up x | unknown argument x",
                "up --port | --port needs a value",
                "up --port= | --port needs a value",
                "up --port 70000 | --port must be a number from 0 to 65535, but got '70000'",
                "up --port eighty | --port must be a number from 0 to 65535, but got 'eighty'",
                "up --port 1 --port 2 | --port is given twice",
                "down --state /nowhere/at/all | no stack is running on /nowhere/at/all",
                "key | key needs --workspace NAME",
                "key --workspace a --state /nowhere/at/all | no stack is running on"
                        + " /nowhere/at/all",
                "demo now | takes no arguments",
                "analyze | 'analyze' needs at least one file"
            })
    void mistake_getsOneLineAndCode2(String line, String complaint) {
        Ran ran = run(line.split(" ", -1));
        assertThat(ran.error()).startsWith("earshot: ").contains(complaint).hasLineCount(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void noCommand_isAMistake() {
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void help_namesEveryCommand() {
        Ran ran = run("--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("demo", "up ", "down ", "key ", "analyze FILE");
        assertThat(run("up", "--help").out()).isEqualTo(ran.out());
        assertThat(run("--version").out()).startsWith("earshot ");
    }

    @Test
    void portInUse_isToldBeforeAnythingStarts(@TempDir Path folder) throws Exception {
        try (ServerSocket taken =
                new ServerSocket(0, 1, java.net.InetAddress.ofLiteral("127.0.0.1"))) {
            Ran ran =
                    run(
                            "up",
                            "--state",
                            folder.toString(),
                            "--port",
                            String.valueOf(taken.getLocalPort()));
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.error()).contains("is in use; choose another with --port");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
