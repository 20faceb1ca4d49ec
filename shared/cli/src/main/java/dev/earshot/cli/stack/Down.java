package dev.earshot.cli.stack;

import dev.earshot.cli.command.Arguments;
import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.local.Project;
import dev.earshot.local.StackState;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: asks the stack of a folder to stop, and waits until it has. */
public final class Down implements Command {
    private static final int PATIENCE_SECONDS = 60;

    private final PrintStream out;

    public Down(PrintStream out) {
        this.out = out;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Arguments given = new Arguments("down", arguments, Set.of("--state"));
        Path folder = given.folder("--state", Project.defaultState());
        if (!StackState.held(folder)) {
            throw new UsageException("no stack is running on " + folder);
        }
        // Only a held lock makes the process id believable: the system may have given it to
        // another.
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
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new UsageException(
                    "process "
                            + process.pid()
                            + " has not stopped after "
                            + PATIENCE_SECONDS
                            + " s; it may be finishing a call");
        }
        out.println("Stopped.");
        return 0;
    }
}
