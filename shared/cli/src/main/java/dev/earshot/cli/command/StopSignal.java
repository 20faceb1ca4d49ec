package dev.earshot.cli.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and its like as something to wait for: a command that stays until then ends by itself,
 * with exit code 0, since a signal is the usual way to stop it and no failure. Thread-safe.
 */
public final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** The process's signals; until {@link #done} is called, the process waits for it. */
    public static StopSignal ofProcess() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "shutdown"));
        return signal;
    }

    private void stop() {
        if (done.getCount() == 0) {
            // The command has ended by itself, with an exit code of its own.
            return;
        }
        asked.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    /** Asks the command to stop. */
    public void ask() {
        asked.countDown();
    }

    /** Waits; true as soon as the command is asked to stop. */
    public boolean await(Duration longest) throws InterruptedException {
        return asked.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says that the command has stopped. */
    public void done() {
        done.countDown();
    }
}
