package dev.earshot.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code help}: what {@code --help} says, of everything or of the command that is named. */
@Command(name = "help", description = "Prints this help, or the help of one command.")
public final class HelpCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = {"Command to describe, such as: eval text.", "Default: all of them"})
    private List<String> path = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final PrintStream out;

    public HelpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        CommandLine described = spec.root().commandLine();
        for (String name : path) {
            CommandLine next = described.getSubcommands().get(name);
            if (next == null) {
                throw new UnmatchedArgumentException(described, List.of(name));
            }
            described = next;
        }
        described.usage(out);
        return 0;
    }
}
