package dev.earshot.scoreinfluencers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.WorkspaceId;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.scoring.ScoreRuns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Updates the scores of every workspace, one after the other, until time is short; the next call
 * does the rest. A schedule calls it. A manual call may name one {@code workspace} to score only
 * that one, and set {@code all: true} to score everybody again. Thread-safe.
 */
public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    /** Enough for one author, saving the state of the run, and logging. */
    private static final long SPARE_MILLIS = 20_000;

    private final ScoreRuns runs;
    private final InstantSource clock;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.runs(settings), Wiring.clock());
    }

    Handler(ScoreRuns runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** The result for each workspace, by its name. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        boolean all = Boolean.TRUE.equals(event.get("all"));
        List<WorkspaceId> workspaces =
                event.get("workspace") instanceof String name
                        ? List.of(new WorkspaceId(name))
                        : runs.workspaces();
        Map<String, Object> answer = new LinkedHashMap<>();
        RuntimeException failure = null;
        int failed = 0;
        int scored = 0;
        int waiting = 0;
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
                scored += result.written();
                waiting += result.done() ? 0 : 1;
            } catch (RuntimeException e) {
                // The other workspaces are still scored; the call fails at the end, so that the
                // failure is noticed.
                context.getLogger().log(new LogLine("workspace not scored").with(e) + "\n");
                failure = e;
                failed++;
            }
        }
        new MetricLine("Earshot/Scores", clock.instant())
                .by("function", context.getFunctionName())
                .with("scores", "Count", scored)
                .with("workspacesLeft", "Count", waiting)
                .with("workspacesFailed", "Count", failed)
                .to(line -> context.getLogger().log(line + "\n"));
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
                                        .with("newBaseline", result.newBaseline() ? 1 : 0)
                                        .with("totalMs", taken)
                                + "\n");
    }

    private static Map<String, Object> view(ScoreRuns.Result result) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("begun", result.begun());
        view.put("done", result.done());
        view.put("newBaseline", result.newBaseline());
        view.put("authors", result.known());
        view.put("scored", result.scored());
        view.put("scores", result.written());
        view.put("removed", result.removed());
        return view;
    }
}
