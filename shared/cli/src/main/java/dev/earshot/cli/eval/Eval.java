package dev.earshot.cli.eval;

import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code eval WHAT [OPTIONS]}: hands over to the evaluation named. */
public final class Eval implements Command {
    private final Map<String, Command> evaluations;

    public Eval(PrintStream out, PrintStream error) {
        evaluations =
                Map.of(
                        "influencers", new EvalInfluencers(out, error),
                        "text", new EvalText(out, error),
                        "vision", new EvalVision(out, error));
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        String known = String.join(", ", new TreeSet<>(evaluations.keySet()));
        if (arguments.isEmpty()) {
            throw new UsageException("eval needs what to measure, one of: " + known);
        }
        Command evaluation = evaluations.get(arguments.getFirst());
        if (evaluation == null) {
            throw new UsageException(
                    "eval knows no '" + arguments.getFirst() + "', only: " + known);
        }
        return evaluation.run(arguments.subList(1, arguments.size()));
    }
}
