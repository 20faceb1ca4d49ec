package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import java.util.random.RandomGenerator;

/**
 * Waits between attempts for a random time of at most 25 ms, doubled with each attempt up to 1 s
 * ("full jitter", <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">AWS</a>).
 * Thread-safe if its source of randomness is.
 */
public final class Backoff {
    static final int MAX_ATTEMPTS = 12;
    private static final long FIRST_MILLIS = 25;
    private static final long MAX_MILLIS = 1_000;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempt number of failed attempts so far
     * @throws StoreException after {@value #MAX_ATTEMPTS} failed attempts, or if the thread is
     *     interrupted
     */
    public void pause(int attempt, String what) {
        if (attempt >= MAX_ATTEMPTS) {
            throw new StoreException(
                    "could not " + what + " in " + attempt + " attempts; try again later", null);
        }
        long longest = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        try {
            Thread.sleep(random.nextLong(longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting to " + what, e);
        }
    }
}
