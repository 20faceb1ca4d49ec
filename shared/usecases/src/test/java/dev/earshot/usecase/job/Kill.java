package dev.earshot.usecase.job;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends everything at one of many points, as {@code kill -9} would. Thread-safe. */
final class Kill {
    private final AtomicInteger left;

    private Kill(int points) {
        left = new AtomicInteger(points);
    }

    /** After so many points. */
    static Kill after(int points) {
        return new Kill(points);
    }

    static Kill never() {
        return new Kill(Integer.MAX_VALUE);
    }

    /** A point at which a process may die; once dead, nothing goes on. */
    void point() {
        if (left.getAndUpdate(n -> n <= 0 ? 0 : n - 1) <= 0) {
            throw new Killed();
        }
    }

    /** The end of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }
}
