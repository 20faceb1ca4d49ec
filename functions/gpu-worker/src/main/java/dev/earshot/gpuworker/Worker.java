package dev.earshot.gpuworker;

import dev.earshot.lambda.Settings;
import dev.earshot.usecase.job.JobWorker;

import java.util.function.Consumer;

/**
 * The worker as one object, for a container of its own or for the embedded cloud. Models are loaded
 * when the first job arrives. Thread-safe.
 */
public final class Worker implements Runnable {
    private final JobWorker worker;

    /**
     * @param log receives log lines, each a JSON object
     */
    public Worker(Settings settings, Consumer<String> log) {
        this.worker = Wiring.worker(settings, log);
    }

    /** Works until it is stopped. */
    @Override
    public void run() {
        worker.run();
    }

    /** Asks {@link #run} to return after the current steps. */
    public void stop() {
        worker.stop();
    }
}
