package dev.earshot.scoreinfluencers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.WorkspaceId;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.scoring.ScoreRuns;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the scores of every workspace up to date, one workspace after the other, until time is
 * short; what is left is the next call's. A schedule calls it. By hand the event may hold {@code
 * workspace}, to score that one alone, and {@code all: true}, to score everybody anew. Thread-safe.
 */
public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    /** Enough for one author, the notes of a run, and the log. */
    private static final long SPARE_MILLIS = 20_000;

    private final ScoreRuns runs;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.runs(settings));
    }

    Handler(ScoreRuns runs) {
        this.runs = runs;
    }

    /** What came of each workspace, by its name. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        boolean all = Boolean.TRUE.equals(event.get("all"));
        List<WorkspaceId> workspaces =
                event.get("workspace") instanceof String name
                        ? List.of(new WorkspaceId(name))
                        : runs.workspaces();
        Map<String, Object> answer = new LinkedHashMap<>();
        RuntimeException failure = null;
        for (WorkspaceId workspace : workspaces) {
            long started = System.nanoTime();
            try {
                ScoreRuns.Result result =
                        runs.run(
                                workspace,
                                all,
                                () -> context.getRemainingTimeInMillis() > SPARE_MILLIS);
                log(context, result, Duration.ofNanos(System.nanoTime() - started));
                answer.put(workspace.value(), view(result));
            } catch (RuntimeException e) {
                // The other workspaces must not suffer; the call fails in the end, so that it is
                // seen.
                context.getLogger().log(new LogLine("workspace not scored").with(e) + "\n");
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    private static void log(Context context, ScoreRuns.Result result, Duration taken) {
        context.getLogger()
                .log(
                        new LogLine(result.begun() ? "workspace scored" : "another run is at work")
                                        .with("authors", result.known())
                                        .with("scored", result.scored())
                                        .with("scores", result.written())
                                        .with("removed", result.removed())
                                        .with("done", result.done() ? 1 : 0)
                                        .with("newEpoch", result.newEpoch() ? 1 : 0)
                                        .with("totalMs", taken)
                                + "\n");
    }

    private static Map<String, Object> view(ScoreRuns.Result result) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("begun", result.begun());
        view.put("done", result.done());
        view.put("newEpoch", result.newEpoch());
        view.put("authors", result.known());
        view.put("scored", result.scored());
        view.put("scores", result.written());
        view.put("removed", result.removed());
        return view;
    }
}
