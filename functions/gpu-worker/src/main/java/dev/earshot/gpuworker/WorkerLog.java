package dev.earshot.gpuworker;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.Progress;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.usecase.job.JobEvents;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Logs what the worker does and emits its metrics. Thread-safe. */
final class WorkerLog implements JobEvents {
    /** Maximum values of one metric in a line of CloudWatch's embedded metric format. */
    private static final int BATCHES_IN_A_LINE = 100;

    private final Consumer<String> log;
    private final InstantSource clock;
    private final List<Double> batches = new ArrayList<>();

    WorkerLog(Consumer<String> log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void taken(JobState state) {
        Duration waited = state.queueTime().orElse(Duration.ZERO);
        log.accept(
                line("job taken", state.job())
                        .with("tries", state.tries())
                        .with("percent", percent(state.progress()))
                        .with("queueMs", waited)
                        .toString());
        if (state.progress().equals(Progress.NONE) && state.tries() == 1) {
            metrics(state.job()).with("QueueTime", "Seconds", waited.toMillis() / 1e3).to(log);
        }
    }

    @Override
    public void stepped(Job job, Duration took, Progress progress) {
        log.accept(
                line("step done", job)
                        .with("stepMs", took)
                        .with("percent", percent(progress))
                        .with("done", progress.done())
                        .toString());
    }

    @Override
    public void attemptFailed(Job job, Throwable cause) {
        log.accept(line("job broke off", job).with(cause).toString());
    }

    @Override
    public void ended(JobState state) {
        Progress progress = state.progress();
        log.accept(
                line("job ended", state.job())
                        .with("state", state.phase().name().toLowerCase(Locale.ROOT))
                        .with("done", progress.done())
                        .with("refused", progress.refused())
                        .with("busyMs", Duration.ofMillis((long) (1e3 * progress.busySeconds())))
                        .toString());
        MetricLine metrics =
                metrics(state.job())
                        .with("Jobs", "Count", 1)
                        .with("JobsNotDone", "Count", state.phase() == JobState.Phase.DONE ? 0 : 1)
                        .with("BusyTime", "Seconds", progress.busySeconds())
                        .with(
                                progress.mediaSeconds() > 0 ? "FramesPerSecond" : "ItemsPerSecond",
                                "Count/Second",
                                progress.rate());
        state.costPerMinute().ifPresent(cost -> metrics.with("CostPerMinuteOfVideo", "None", cost));
        metrics.to(log);
        flushBatches();
    }

    @Override
    public void workerFailed(String what, Throwable cause) {
        log.accept(new LogLine("worker troubled").with("at", what).with(cause).toString());
    }

    /** Records the size of a batch given to a model. */
    void batch(int size) {
        boolean full;
        synchronized (batches) {
            batches.add((double) size);
            full = batches.size() >= BATCHES_IN_A_LINE;
        }
        if (full) {
            flushBatches();
        }
    }

    private void flushBatches() {
        List<Double> sizes;
        synchronized (batches) {
            sizes = List.copyOf(batches);
            batches.clear();
        }
        if (!sizes.isEmpty()) {
            new MetricLine("Earshot/Worker", clock.instant())
                    .by("model", "text")
                    .with("BatchSize", "Count", sizes)
                    .to(log);
        }
    }

    private MetricLine metrics(Job job) {
        return new MetricLine("Earshot/Worker", clock.instant()).by("kind", job.task().kind());
    }

    private static LogLine line(String event, Job job) {
        return new LogLine(event).with("job", job.id()).with("kind", job.task().kind());
    }

    private static long percent(Progress progress) {
        return Math.round(100 * progress.fraction());
    }
}
