package dev.earshot.cli.stack;

import dev.earshot.cli.command.UsageException;
import dev.earshot.local.StackState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: asks the stack of a folder to stop, and waits until it has. */
@Command(name = "down", description = "Stops the stack that runs on a folder.")
public final class Down implements Callable<Integer> {
    private static final int TIMEOUT_SECONDS = 60;

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;

    public Down(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = stack.folder();
        if (!StackState.held(folder)) {
            throw new UsageException("no stack is running on " + folder);
        }
        // The process id is valid only while the lock is held: the system reuses ids.
        ProcessHandle process =
                StackState.runningPid(folder)
                        .flatMap(ProcessHandle::of)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "a stack is running on "
                                                        + folder
                                                        + ", but its process is unknown; end it by"
                                                        + " hand"));
        process.destroy();
        try {
            process.onExit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new UsageException(
                    "process "
                            + process.pid()
                            + " has not stopped after "
                            + TIMEOUT_SECONDS
                            + " s; it may be finishing a call");
        }
        out.println("Stopped.");
        return 0;
    }
}
