package dev.earshot.cli.influencers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.local.Endpoints;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code score}: scores the authors of a running stack now instead of on schedule. The function
 * logs to {@link System#err}, as it does in the stack.
 */
@Command(
        name = "score",
        description = "Scores the authors of a running stack now instead of on schedule.")
public final class Score implements Callable<Integer> {
    @Option(
            names = "--all",
            description =
                    "Scores every author, not only those whose score can have changed, and makes a"
                            + " new baseline.")
    private boolean all;

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;

    public Score(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Endpoints endpoints = stack.endpoints();
        JsonNode answer = ScoreCall.run(endpoints, all);
        boolean done = true;
        for (Map.Entry<String, JsonNode> each : answer.properties()) {
            JsonNode result = each.getValue();
            if (!result.path("begun").asBoolean()) {
                throw new UsageException(
                        "another run is at work on workspace "
                                + each.getKey()
                                + "; try again soon");
            }
            done &= result.path("done").asBoolean();
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%s: %d of %d authors scored%s, %d scores kept, %d authors taken"
                                    + " away%s",
                            each.getKey(),
                            result.path("scored").asInt(),
                            result.path("authors").asInt(),
                            result.path("newBaseline").asBoolean() ? " (a new baseline)" : "",
                            result.path("scores").asInt(),
                            result.path("removed").asInt(),
                            result.path("done").asBoolean() ? "" : "; not finished, run it again"));
        }
        if (answer.isEmpty()) {
            out.println("There are no authors yet.");
        }
        return done ? 0 : 1;
    }
}
