package dev.earshot.tracktrends;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Settings;
import dev.earshot.trends.shock.PlatformSeries;
import dev.earshot.trends.shock.Shock;
import dev.earshot.usecase.trend.TrackTrends;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the buckets of every brand that are over, until time is short; the next minute goes on.
 * What is overwhelming before its bucket is over begins at once, unless many brands look raised,
 * which may be a shock and is known when the bucket is over. A schedule calls it. A brand that
 * fails keeps no other from being judged; the call then fails at its end, so that the failure is
 * noticed. Thread-safe.
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
        var call = new Call(context);
        watched.workspaces().forEach(call::workspace);
        new MetricLine("Earshot/Trends", clock.instant())
                .by("function", context.getFunctionName())
                .with("series", "Count", call.series)
                .with("changes", "Count", call.changes)
                .with("brandsLeft", "Count", call.left)
                .to(line -> context.getLogger().log(line + "\n"));
        context.getLogger()
                .log(
                        new LogLine("trends judged")
                                        .with("brands", call.written)
                                        .with("series", call.series)
                                        .with("changes", call.changes)
                                        .with(
                                                "totalMs",
                                                Duration.ofNanos(System.nanoTime() - started))
                                + "\n");
        if (call.failure != null) {
            throw call.failure;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("brands", call.written);
        answer.put("series", call.series);
        answer.put("changes", call.changes);
        return answer;
    }

    /** One call of the schedule. Not thread-safe. */
    private final class Call {
        private final Context context;
        private int written;
        private int series;
        private int changes;
        private int left;
        private @Nullable RuntimeException failure;

        Call(Context context) {
            this.context = context;
        }

        /** All brands are judged, then what rises with many of them, then everything is told. */
        private void workspace(WorkspaceId workspace) {
            List<TrackTrends.Result> results = new ArrayList<>();
            List<Brand> judged = new ArrayList<>();
            List<Brand> brands = watched.brands().catalogue(workspace).brands();
            for (Brand brand : brands) {
                if (context.getRemainingTimeInMillis() < SPARE_MILLIS) {
                    left++;
                    continue;
                }
                attempt(
                        () -> {
                            TrackTrends.Result result = watched.trends().judge(workspace, brand);
                            results.add(result);
                            if (result.series() > 0) {
                                judged.add(brand);
                            }
                        });
            }
            if (results.size() == brands.size()) {
                // What part of the brands rises can be said of all of them alone.
                attempt(() -> changes += shocks(workspace, results));
            }
            for (TrackTrends.Result result : results) {
                series += result.series();
                changes += result.changes();
                attempt(() -> watched.trends().hand(result));
            }
            long raised = results.stream().filter(TrackTrends.Result::raised).count();
            long seen = results.stream().filter(result -> !result.platforms().isEmpty()).count();
            if (!Shock.mayBegin(raised, seen)) {
                for (TrackTrends.Result result : results) {
                    attempt(() -> changes += watched.trends().begin(result));
                }
            }
            for (Brand brand : judged) {
                written++;
                attempt(() -> changes += watched.topics().track(workspace, brand));
            }
        }

        private int shocks(WorkspaceId workspace, List<TrackTrends.Result> results) {
            List<PlatformSeries> platforms =
                    results.stream().flatMap(result -> result.platforms().stream()).toList();
            return platforms.isEmpty()
                    ? 0
                    : watched.shocks().track(workspace, platforms, results.getLast().until());
        }

        private void attempt(Runnable part) {
            try {
                part.run();
            } catch (RuntimeException e) {
                context.getLogger().log(new LogLine("brand not judged").with(e) + "\n");
                failure = e;
            }
        }
    }
}
