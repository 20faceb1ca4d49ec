package dev.earshot.deliveralerts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.alerts.outbox.Sweep;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Settings;

import java.util.Map;

/** Puts work on the queue that is due, every minute. Thread-safe. */
public final class SweepHandler
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Sweep sweep;

    /** For Lambda: configured by the environment. */
    public SweepHandler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public SweepHandler(Settings settings) {
        this(Wiring.sweep(settings));
    }

    SweepHandler(Sweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        int due = sweep.run();
        context.getLogger().log(new LogLine("work swept up").with("due", due) + "\n");
        return Map.of("due", due);
    }
}
