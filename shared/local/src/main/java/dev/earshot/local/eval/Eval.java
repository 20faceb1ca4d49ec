package dev.earshot.local.eval;

import dev.earshot.local.Command;
import dev.earshot.local.UsageException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code earshot eval WHAT}: measures one part of the product. */
public final class Eval implements Command {
    private final Map<String, Command> evaluations = new TreeMap<>();

    public Eval(PrintStream out, PrintStream error) {
        evaluations.put("vision", new EvalVision(out, error));
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Command evaluation = arguments.isEmpty() ? null : evaluations.get(arguments.getFirst());
        if (evaluation == null) {
            throw new UsageException(
                    "'eval' needs one of " + String.join(", ", evaluations.keySet())
                            + (arguments.isEmpty() ? "" : ", got '" + arguments.getFirst() + "'"));
        }
        return evaluation.run(arguments.subList(1, arguments.size()));
    }
}
