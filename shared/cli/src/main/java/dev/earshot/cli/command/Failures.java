package dev.earshot.cli.command;

import dev.earshot.local.StackException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Reports what ended a command early, in a line or two on standard error. Thread-safe. */
public final class Failures implements IExecutionExceptionHandler {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final PrintStream error;
    private volatile Optional<Path> log = Optional.empty();

    /**
     * @param error for the user
     */
    public Failures(PrintStream error) {
        this.error = error;
    }

    /** Says that {@link System#err} leads to this file: stack traces go there from now on. */
    public void keepDetailsIn(Path file) {
        log = Optional.of(file);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        switch (e) {
            case UsageException wrong -> {
                error.println("earshot: " + wrong.getMessage());
                return USAGE;
            }
            case StackException wrong -> {
                error.println("earshot: " + wrong.getMessage());
                return USAGE;
            }
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                return FAILED;
            }
            default -> {
                report(command.getCommandSpec().qualifiedName(" ").replace("./earshot ", ""), e);
                return FAILED;
            }
        }
    }

    /** Says that something failed and why; the log gets the stack trace. */
    public void report(String what, Throwable failure) {
        error.println("earshot: " + what + " failed: " + reason(failure));
        log.ifPresent(
                file -> {
                    failure.printStackTrace(System.err);
                    error.println("earshot: details are in " + file);
                });
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String text =
                message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(text);
    }
}
