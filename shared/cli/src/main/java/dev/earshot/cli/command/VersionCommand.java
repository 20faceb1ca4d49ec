package dev.earshot.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** {@code version}: another way to say {@code --version}; not in the help. */
@Command(name = "version", hidden = true, description = "Prints the version.")
public final class VersionCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    private final PrintStream out;

    public VersionCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        spec.root().commandLine().printVersionHelp(out);
        return 0;
    }
}
