package dev.earshot.cli.eval;

import dev.earshot.cli.command.UsageException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code eval WHAT}: the parent of the evaluations, which are its subcommands. */
@Command(
        name = "eval",
        description =
                "Measures the models and compares devices; measures the influencer score, the finding of"
                        + " personal data, what swaps of names and groups change, the"
                        + " detector of spikes and the prediction of responses.",
        synopsisSubcommandLabel = "WHAT")
public final class Eval implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    /** With its subcommands. */
    public static CommandLine commandLine(PrintStream out, PrintStream error, InstantSource clock) {
        return new CommandLine(new Eval())
                .addSubcommand(new EvalText(out, error, clock))
                .addSubcommand(new EvalVision(out, error, clock))
                .addSubcommand(new EvalDevice(out, error))
                .addSubcommand(new EvalInfluencers(out, error, clock))
                .addSubcommand(new EvalPrivacy(out))
                .addSubcommand(new EvalBias(out))
                .addSubcommand(new EvalTrends(out, clock))
                .addSubcommand(new EvalEngagement(out, error));
    }

    /** Reached only if no subcommand is named. */
    @Override
    public Integer call() {
        throw new UsageException(
                "'eval' needs what to measure, one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
