package dev.earshot.cli.stack;

import dev.earshot.cli.command.UsageException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code keys WHAT}: the parent of what is done with keys that exist. */
@Command(
        name = "keys",
        description = "Lists and revokes the API keys of a stack.",
        synopsisSubcommandLabel = "WHAT")
public final class KeysCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    /** With its subcommands. */
    public static CommandLine commandLine(PrintStream out, InstantSource clock) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysList(out, clock))
                .addSubcommand(new KeysRevoke(out, clock));
    }

    /** Reached only if no subcommand is named. */
    @Override
    public Integer call() {
        throw new UsageException(
                "'keys' needs what to do, one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
