package dev.earshot.cli.stack;

import dev.earshot.cli.command.Arguments;
import dev.earshot.cli.command.UsageException;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.local.StackState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds the stack that a command is meant for. Stateless. */
public final class RunningStack {
    private RunningStack() {}

    /**
     * Where the stack on {@code --state DIR} can be reached.
     *
     * @throws UsageException if none is running there
     */
    public static Endpoints endpoints(String command, List<String> arguments) throws IOException {
        Arguments given = new Arguments(command, arguments, Set.of("--state"));
        Path folder = given.folder("--state", Project.defaultState());
        Path file = folder.resolve("endpoints.json");
        if (!StackState.held(folder) || !Files.isRegularFile(file)) {
            throw new UsageException(
                    "no stack is running on " + folder + "; start one with './earshot up'");
        }
        return Endpoints.read(file);
    }
}
