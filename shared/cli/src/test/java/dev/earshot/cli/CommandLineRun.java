package dev.earshot.cli;

import dev.earshot.cli.command.Failures;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a call of the command line printed, and its exit code. */
record CommandLineRun(int code, String out, String error) {
    static CommandLineRun of(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        var complaints = new PrintStream(error, true, StandardCharsets.UTF_8);
        int code =
                Main.run(
                        List.of(arguments),
                        printed,
                        complaints,
                        new Failures(complaints),
                        command -> {});
        return new CommandLineRun(
                code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }
}
