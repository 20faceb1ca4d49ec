package dev.earshot.cli.privacy;

import dev.earshot.cli.command.UsageException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** {@code privacy WHAT}: the parent of the commands about personal data. */
@Command(
        name = "privacy",
        description = "Masks texts as the stack does, checks signed statements, and changes keys.",
        synopsisSubcommandLabel = "WHAT")
public final class Privacy implements Callable<Integer> {
    /** With its subcommands. */
    public static CommandLine commandLine(PrintStream out) {
        return new CommandLine(new Privacy())
                .addSubcommand(new Verify(out))
                .addSubcommand(new Mask(out))
                .addSubcommand(new RotateKeys(System.in, out));
    }

    /** Reached only if no subcommand is named. */
    @Override
    public Integer call() {
        throw new UsageException("'privacy' needs what to do, one of: verify, mask, keys");
    }
}
