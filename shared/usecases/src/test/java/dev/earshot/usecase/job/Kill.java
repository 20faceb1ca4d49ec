package dev.earshot.usecase.job;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends all work at one of many points, as {@code kill -9} would. Thread-safe. */
final class Kill {
    private final AtomicInteger left;

    private Kill(int points) {
        left = new AtomicInteger(points);
    }

    /** Kills after this many points. */
    static Kill after(int points) {
        return new Kill(points);
    }

    static Kill never() {
        return new Kill(Integer.MAX_VALUE);
    }

    /** A point at which the process may be killed; afterwards every call throws. */
    void point() {
        if (left.getAndUpdate(n -> n <= 0 ? 0 : n - 1) <= 0) {
            throw new Killed();
        }
    }

    /** Stands for the end of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }
}
