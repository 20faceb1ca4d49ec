package dev.earshot.tracktrends;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.trend.TrackTrends;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Judges the buckets of every brand that are over, until time is short; the next minute goes on. A
 * schedule calls it. A brand that fails keeps no other from being judged; the call then fails at
 * its end, so that the failure is noticed. Thread-safe.
 */
public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final int SPARE_MILLIS = 10_000;

    private final Watched watched;
    private final InstantSource clock;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.watched(settings), Wiring.clock());
    }

    Handler(Watched watched, InstantSource clock) {
        this.watched = watched;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        long started = System.nanoTime();
        int brands = 0;
        int series = 0;
        int changes = 0;
        int left = 0;
        RuntimeException failure = null;
        for (WorkspaceId workspace : watched.workspaces()) {
            for (Brand brand : watched.brands().catalogue(workspace).brands()) {
                if (context.getRemainingTimeInMillis() < SPARE_MILLIS) {
                    left++;
                    continue;
                }
                try {
                    TrackTrends.Result result = watched.trends().track(workspace, brand);
                    brands += result.series() > 0 ? 1 : 0;
                    series += result.series();
                    changes += result.changes();
                    if (result.series() > 0) {
                        changes += watched.topics().track(workspace, brand);
                    }
                } catch (RuntimeException e) {
                    context.getLogger().log(new LogLine("brand not judged").with(e) + "\n");
                    failure = e;
                }
            }
        }
        new MetricLine("Earshot/Trends", clock.instant())
                .by("function", context.getFunctionName())
                .with("series", "Count", series)
                .with("changes", "Count", changes)
                .with("brandsLeft", "Count", left)
                .to(line -> context.getLogger().log(line + "\n"));
        context.getLogger()
                .log(
                        new LogLine("trends judged")
                                        .with("brands", brands)
                                        .with("series", series)
                                        .with("changes", changes)
                                        .with(
                                                "totalMs",
                                                Duration.ofNanos(System.nanoTime() - started))
                                + "\n");
        if (failure != null) {
            throw failure;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("brands", brands);
        answer.put("series", series);
        answer.put("changes", changes);
        return answer;
    }
}
