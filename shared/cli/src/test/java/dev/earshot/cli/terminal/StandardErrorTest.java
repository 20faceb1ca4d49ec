package dev.earshot.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

final class StandardErrorTest {
    @TempDir private Path folder = Path.of("");

    /** A process of its own, whose standard error can be diverted without harm. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            var errors = new StandardError();
            errors.terminal().println("terminal, before");
            System.err.println("library, before");
            errors.divert(Path.of(arguments[0]));
            errors.terminal().println("terminal, after: ä");
            System.err.println("library, after");
            // As native code prints: past Java, to the descriptor.
            byte[] line = "native, after\n".getBytes(StandardCharsets.UTF_8);
            new NativeFiles().write(2, line, 0, line.length);
            Thread thread = new Thread(() -> new Throwable("stack trace").printStackTrace());
            thread.start();
            thread.join();
            errors.terminal().write("terminal, last\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private String run(Path log) throws Exception {
        Path terminal = folder.resolve("terminal");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                Objects.requireNonNull(System.getProperty("java.class.path")),
                                Program.class.getName(),
                                log.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(terminal.toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(terminal);
    }

    @Test
    void divert_keepsLibrariesAndNativeCodeOffTheTerminal() throws Exception {
        Path log = folder.resolve("new/folder/a.log");

        assertThat(run(log))
                .isEqualTo(
                        """
                        terminal, before
                        library, before
                        terminal, after: ä
                        terminal, last
                        """);
        assertThat(Files.readString(log))
                .startsWith("library, after\nnative, after\njava.lang.Throwable: stack trace\n");
    }

    @Test
    void divert_keepsTheLogOfTheRunBefore() throws Exception {
        Path log = Files.writeString(folder.resolve("a.log"), "before");

        run(log);

        assertThat(folder.resolve("a.log.1")).hasContent("before");
        assertThat(Files.readString(log)).startsWith("library, after\n").doesNotContain("before");
    }

    @Test
    void divert_toWhatCantBeCreated_throwsAndChangesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        var errors = new StandardError();

        assertThatThrownBy(() -> errors.divert(file.resolve("a.log")))
                .isInstanceOf(IOException.class);
        errors.terminal().flush();
        assertThat(errors.terminal().checkError()).isFalse();
    }
}
