package dev.earshot.cli.collect;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.collect.state.Gap;
import dev.earshot.local.Endpoints;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code status}: what a running stack collects, and how far that is. */
@Command(
        name = "status",
        description = "Says what a running stack collects posts from, and how far each source is.")
public final class Status implements Callable<Integer> {
    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;

    public Status(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Endpoints endpoints = stack.endpoints();
        try (var api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            print(endpoints.api(), api.get("/v1/sources").path("sources"));
        }
        return 0;
    }

    void print(String api, JsonNode sources) {
        out.println("Earshot runs at " + api);
        if (sources.isEmpty()) {
            out.println("It collects no posts by itself yet: PUT /v1/sources/{id}.");
        }
        for (JsonNode source : sources) {
            JsonNode state = source.path("state");
            out.printf(
                    Locale.ROOT,
                    "%s (%s)%s: %,d posts and removals so far; today %,d of %,d requests%s%n",
                    source.path("id").asText(),
                    source.path("kind").asText(),
                    source.path("paused").asBoolean() ? ", paused" : "",
                    state.path("sent").asLong(),
                    state.path("requestsToday").asLong(),
                    source.path("dailyRequests").asLong(),
                    state.has("quotaLeft")
                            ? "; the platform allows "
                                    + state.path("quotaLeft").asLong()
                                    + " more for now"
                            : state.has("quotaPercentLeft")
                                    ? "; the platform's quota is left to "
                                            + state.path("quotaPercentLeft").asInt()
                                            + " %"
                                    : "");
            if (state.has("fetchedAt")) {
                StatusLines.of(
                                text(state, "completeUntil").map(Instant::parse),
                                text(state, "error"),
                                gaps(state.path("gaps")))
                        .forEach(line -> out.println("  " + line));
            } else {
                out.println("  not asked yet; it is within a minute");
            }
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }

    private static List<Gap> gaps(JsonNode written) {
        List<Gap> gaps = new ArrayList<>();
        for (JsonNode gap : written) {
            gaps.add(
                    new Gap(
                            Instant.parse(gap.path("from").asText()),
                            Instant.parse(gap.path("to").asText()),
                            gap.path("why").asText()));
        }
        return gaps;
    }
}
