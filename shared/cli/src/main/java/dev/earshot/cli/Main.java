package dev.earshot.cli;

import dev.earshot.cli.command.Failures;
import dev.earshot.cli.command.HelpCommand;
import dev.earshot.cli.command.WrongCalls;
import dev.earshot.cli.terminal.StandardError;
import dev.earshot.local.Project;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The entry point that the launcher script calls. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 failed, 2 called wrongly. */
    public static void main(String[] arguments) {
        var errors = new StandardError();
        var failures = new Failures(errors.terminal());
        // A thread that dies must not do so unseen: its command may end as if all were well.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) ->
                        failures.report("the thread '" + thread.getName() + "'", failure));
        System.exit(
                run(
                        Arrays.asList(arguments),
                        System.out,
                        errors.terminal(),
                        failures,
                        command -> divert(errors, command, failures)));
    }

    /**
     * Runs one command.
     *
     * @param beforeCommand is told the command's name before it begins; not called for help
     * @return the exit code
     */
    static int run(
            List<String> arguments,
            PrintStream out,
            PrintStream error,
            Failures failures,
            Consumer<String> beforeCommand) {
        CommandLine line =
                Earshot.commandLine(out, error, Clock.systemUTC())
                        .setParameterExceptionHandler(new WrongCalls(error))
                        .setExecutionExceptionHandler(failures)
                        .setExecutionStrategy(
                                parsed -> {
                                    if (parsed.hasSubcommand() && !asksForHelp(parsed)) {
                                        beforeCommand.accept(
                                                parsed.subcommand().commandSpec().name());
                                    }
                                    return new RunLast().execute(parsed);
                                });
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (Error e) {
            // Above all a native library that can't be loaded, or too little memory.
            failures.report("the command", e);
            return ExitCode.SOFTWARE;
        }
    }

    private static boolean asksForHelp(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.isUsageHelpRequested()
                || last.commandSpec().userObject() instanceof HelpCommand;
    }

    /** Keeps the messages of libraries away from the user, in a log of the command's own. */
    private static void divert(StandardError errors, String command, Failures failures) {
        Path log = Project.root().resolve(".earshot/log").resolve(command + ".log");
        try {
            errors.divert(log);
            failures.keepDetailsIn(log);
        } catch (IOException e) {
            errors.terminal()
                    .println(
                            "earshot: messages of libraries appear here, since they can't go to "
                                    + log
                                    + ": "
                                    + e.getMessage());
        }
    }
}
