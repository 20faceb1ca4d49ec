package dev.earshot.sweepprivacy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.privacy.PrivacySweep;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Settings;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sweeps every workspace in which a person's erasure waits, and at {@value #DAILY_HOUR} o'clock UTC
 * also what is left of accounts that platforms ended, and posts that were not seen for longer than
 * their platform allows, and seals anew what lies under former keys; on the first of a month also
 * whether the shares of labels have moved. A schedule calls it each hour. A workspace that fails
 * keeps no other from being swept; the call then fails at its end, so that the failure is noticed,
 * and the next call does the rest. Thread-safe.
 */
public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final int DAILY_HOUR = 3;

    private final Sweeping sweeping;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.sweeping(settings));
    }

    Handler(Sweeping sweeping) {
        this.sweeping = sweeping;
    }

    /**
     * @param event {@code {"all": true}} sweeps for platforms' ends too, whatever the hour; {@code
     *     {"drift": true}} holds the labels of the weeks before this month against those before
     *     them, whatever the day
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        OffsetDateTime now = sweeping.clock().instant().atOffset(ZoneOffset.UTC);
        boolean daily = now.getHour() == DAILY_HOUR;
        boolean all = daily || Boolean.TRUE.equals(event.get("all"));
        boolean monthly =
                (daily && now.getDayOfMonth() == 1) || Boolean.TRUE.equals(event.get("drift"));
        int people = 0;
        long changed = 0;
        int fulfilled = 0;
        int failed = 0;
        int stale = 0;
        int moved = 0;
        int resealed = 0;
        @Nullable RuntimeException failure = null;
        for (WorkspaceId workspace : sweeping.known().all()) {
            try {
                PrivacySweep.Result result = sweeping.sweep().sweep(workspace, all);
                people += result.people();
                changed += result.changed();
                fulfilled += result.fulfilled();
                stale += all ? sweeping.freshness().sweep(workspace) : 0;
                resealed += all ? sweeping.resealing().reseal(workspace) : 0;
                moved += monthly ? sweeping.drift().tell(workspace, YearMonth.from(now)) : 0;
            } catch (RuntimeException e) {
                context.getLogger().log(new LogLine("workspace not swept").with(e) + "\n");
                failure = e;
                failed++;
            }
        }
        new MetricLine("Earshot/Privacy", sweeping.clock().instant())
                .by("function", context.getFunctionName())
                .with("changed", "Count", (double) changed)
                .with("fulfilled", "Count", fulfilled)
                .with("workspacesFailed", "Count", failed)
                .to(line -> context.getLogger().log(line + "\n"));
        context.getLogger()
                .log(
                        new LogLine("privacy swept")
                                        .with("people", people)
                                        .with("changed", changed)
                                        .with("fulfilled", fulfilled)
                                        .with("stale", stale)
                                        .with("moved", moved)
                                        .with("resealed", resealed)
                                + "\n");
        if (failure != null) {
            throw failure;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("people", people);
        answer.put("changed", changed);
        answer.put("fulfilled", fulfilled);
        answer.put("stale", stale);
        answer.put("moved", moved);
        answer.put("resealed", resealed);
        return answer;
    }
}
