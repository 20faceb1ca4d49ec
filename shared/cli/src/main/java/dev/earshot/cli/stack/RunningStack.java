package dev.earshot.cli.stack;

import dev.earshot.cli.command.NewFolder;
import dev.earshot.cli.command.UsageException;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.local.StackState;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The option {@code --state}, and the stack that keeps its state there. Not thread-safe. */
public final class RunningStack {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            converter = NewFolder.class,
            description = {
                "Folder where the stack keeps its state; its endpoints.json says where everything"
                        + " listens.",
                "Default: .earshot/state in the project"
            })
    private @Nullable Path given;

    /** The folder that was given, or the default. */
    public Path folder() {
        return given == null ? Project.defaultState() : given;
    }

    /**
     * Where the stack can be reached.
     *
     * @throws UsageException if none is running
     */
    public Endpoints endpoints() throws IOException {
        Path file = folder().resolve("endpoints.json");
        if (!isRunning() || !Files.isRegularFile(file)) {
            throw new UsageException(
                    "no stack is running on " + folder() + "; start one with './earshot up'");
        }
        return Endpoints.read(file);
    }

    /** Whether a process keeps a stack running on the folder. */
    boolean isRunning() throws IOException {
        return StackState.held(folder());
    }
}
