package dev.earshot.collectposts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.collect.run.Collector;
import dev.earshot.collect.run.Round;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the sources that are due. A schedule calls it; two calls at once do not fetch twice. A
 * source whose platform fails says so in its status and fails nothing; one that breaks down by a
 * fault of ours keeps no other from being collected, and the call then fails at its end, so that it
 * is noticed. Thread-safe.
 */
public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final Round round;
    private final InstantSource clock;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.round(settings), Wiring.clock());
    }

    Handler(Round round, InstantSource clock) {
        this.round = round;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Instant until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(SPARE);
        List<Round.Each> all = round.run(until);
        Instant now = clock.instant();
        int collected = 0;
        long sent = 0;
        Duration lag = Duration.ZERO;
        int failing = 0;
        Optional<Throwable> breakdown = Optional.empty();
        for (Round.Each each : all) {
            if (each.outcome().orElse(null)
                    instanceof Collector.Outcome.Collected(long more, var status)) {
                collected++;
                sent += more;
                log(context, each, more);
            }
            each.breakdown()
                    .ifPresent(
                            failure ->
                                    context.getLogger()
                                            .log(
                                                    new LogLine("source broke down")
                                                                    .with(
                                                                            "source",
                                                                            each.source().id())
                                                                    .with(failure)
                                                            + "\n"));
            breakdown = breakdown.isPresent() ? breakdown : each.breakdown();
            failing += each.failing() ? 1 : 0;
            lag = each.lag(now).compareTo(lag) > 0 ? each.lag(now) : lag;
        }
        new MetricLine("Earshot/Collect", now)
                .by("function", context.getFunctionName())
                .with("PostsSent", "Count", (double) sent)
                .with("LagSeconds", "Seconds", (double) lag.toSeconds())
                .with("FailingSources", "Count", failing)
                .to(line -> context.getLogger().log(line + "\n"));
        if (breakdown.isPresent()) {
            throw new IllegalStateException("a source broke down", breakdown.get());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sources", all.size());
        answer.put("collected", collected);
        answer.put("sent", sent);
        answer.put("failing", failing);
        return answer;
    }

    private static void log(Context context, Round.Each each, long sent) {
        LogLine line =
                new LogLine("source collected")
                        .with("workspace", each.workspace().value())
                        .with("source", each.source().id())
                        .with("sent", sent)
                        .with("requestsToday", each.status().requests())
                        .with("failures", each.status().failures());
        each.status().error().ifPresent(why -> line.with("error", why));
        context.getLogger().log(line + "\n");
    }
}
