package dev.earshot.gpuworker;

import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Settings;

import java.time.Duration;

/**
 * The container's entry point: works until it is told to stop. On SIGTERM it finishes the current
 * steps, gives its jobs back and exits; a step that takes longer than {@value #PATIENCE_SECONDS}
 * seconds is abandoned and done again from the last save.
 */
public final class Main {
    /** ECS and a spot interruption leave 30 seconds or more before SIGKILL. */
    private static final int PATIENCE_SECONDS = 25;

    private Main() {}

    /** Runs with the settings of the environment; exits with 0 when told to stop, else with 1. */
    public static void main(String[] arguments) {
        Worker worker = new Worker(Settings.fromEnvironment(), System.out::println);
        System.out.println(new LogLine("worker started"));
        try {
            untilTold(worker, worker::stop, Duration.ofSeconds(PATIENCE_SECONDS));
            System.out.println(new LogLine("worker stopped"));
        } catch (RuntimeException | Error e) {
            System.out.println(new LogLine("worker failed").with(e));
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Runs work on this thread. When the process is told to end (SIGTERM), the work is asked to
     * stop and given some time; then the process ends with 0, whatever still runs.
     *
     * @param stop asks the work to return soon; called by another thread
     * @param patience how long the work may take to return
     */
    public static void untilTold(Runnable work, Runnable stop, Duration patience) {
        Thread working = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    stop.run();
                                    try {
                                        working.join(patience);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    // Closing native code that still runs could crash instead.
                                    Runtime.getRuntime().halt(0);
                                },
                                "shutdown"));
        work.run();
    }
}
