package dev.earshot.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** How long each stage took, in wall-clock time. Not thread-safe. */
final class StageTimes {
    private final List<Stage> stages = new ArrayList<>();
    private final long started = System.nanoTime();
    private long last = started;

    /** A stage and its seconds. */
    record Stage(String name, double seconds) {}

    /** Ends the stage that ran until now. */
    void done(String name) {
        long now = System.nanoTime();
        stages.add(new Stage(name, (now - last) / 1e9));
        last = now;
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    double total() {
        return (last - started) / 1e9;
    }
}
