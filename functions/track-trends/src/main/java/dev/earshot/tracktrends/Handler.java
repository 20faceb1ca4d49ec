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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

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

    private record Judged(Brand brand, TrackTrends.Result result) {}

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
            List<Brand> brands = watched.brands().catalogue(workspace).brands();
            List<Optional<Judged>> answers =
                    SideBySide.each(brands, brand -> judge(workspace, brand), this::failed);
            List<Judged> judged = answers.stream().flatMap(Optional::stream).toList();
            List<TrackTrends.Result> results = judged.stream().map(Judged::result).toList();
            left += answers.size() - judged.size();
            if (results.size() == brands.size()) {
                // What part of the brands rises can be said of all of them alone.
                changes += sum(List.of(results), all -> shocks(workspace, all));
            }
            series += results.stream().mapToInt(TrackTrends.Result::series).sum();
            changes += results.stream().mapToInt(TrackTrends.Result::changes).sum();
            sum(results, this::hand);
            long raised = results.stream().filter(TrackTrends.Result::raised).count();
            long seen = results.stream().filter(result -> !result.platforms().isEmpty()).count();
            if (!Shock.mayBegin(raised, seen)) {
                changes += sum(results, result -> watched.trends().begin(result));
            }
            List<Brand> settled =
                    judged.stream()
                            .filter(each -> each.result().series() > 0)
                            .map(Judged::brand)
                            .toList();
            written += settled.size();
            changes += sum(settled, brand -> watched.topics().track(workspace, brand));
        }

        /** Empty when there is no time left. */
        private Optional<Judged> judge(WorkspaceId workspace, Brand brand) {
            return context.getRemainingTimeInMillis() < SPARE_MILLIS
                    ? Optional.empty()
                    : Optional.of(new Judged(brand, watched.trends().judge(workspace, brand)));
        }

        private int hand(TrackTrends.Result result) {
            watched.trends().hand(result);
            return 0;
        }

        private <T> int sum(List<T> items, ToIntFunction<T> part) {
            return SideBySide.each(items, part::applyAsInt, this::failed).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        private int shocks(WorkspaceId workspace, List<TrackTrends.Result> results) {
            List<PlatformSeries> platforms =
                    results.stream().flatMap(result -> result.platforms().stream()).toList();
            return platforms.isEmpty()
                    ? 0
                    : watched.shocks().track(workspace, platforms, results.getLast().until());
        }

        private void failed(RuntimeException e) {
            context.getLogger().log(new LogLine("brand not judged").with(e) + "\n");
            failure = e;
        }
    }
}
