package dev.earshot.cli.influencers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.local.Endpoints;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code score [--all] [--state DIR]}: scores the authors of a running stack now, in place of
 * waiting for the schedule; only those whose score can have changed, or with {@code --all}
 * everybody.
 */
public final class Score implements Command {
    private final PrintStream out;
    private final PrintStream error;

    public Score(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        List<String> rest = new ArrayList<>(arguments);
        boolean all = rest.remove("--all");
        Endpoints endpoints = RunningStack.endpoints("score", rest);
        JsonNode answer = quietly(() -> ScoreCall.run(endpoints, all));
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
                            result.path("newEpoch").asBoolean() ? " (a new epoch)" : "",
                            result.path("scores").asInt(),
                            result.path("removed").asInt(),
                            result.path("done").asBoolean() ? "" : "; not finished, run it again"));
        }
        if (answer.isEmpty()) {
            out.println("There are no authors yet.");
        }
        return done ? 0 : 1;
    }

    interface Step<T> {
        T run() throws Exception;
    }

    /** The function logs to standard error, which is not the command's business. */
    private <T> T quietly(Step<T> step) throws Exception {
        System.setErr(
                new PrintStream(
                        java.io.OutputStream.nullOutputStream(),
                        true,
                        java.nio.charset.StandardCharsets.UTF_8));
        try {
            return step.run();
        } finally {
            System.setErr(error);
        }
    }
}
