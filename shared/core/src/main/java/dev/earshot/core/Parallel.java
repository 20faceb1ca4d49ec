package dev.earshot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs blocking calls side by side on virtual threads. Stateless. */
public final class Parallel {
    /**
     * Maximum calls in flight. The JDK keeps 5 idle connections to a host ({@code
     * http.maxConnections}); more at once would open connections only to close them.
     */
    private static final int MAX_CALLS = 5;

    private Parallel() {}

    /**
     * Returns results in the order of the items; throws the first failure once all calls have
     * ended.
     */
    public static <T, R> List<R> map(List<T> items, Function<T, R> call) {
        if (items.size() < 2) {
            return items.stream().map(call).toList();
        }
        var permits = new Semaphore(MAX_CALLS);
        var futures = new ArrayList<Future<R>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                futures.add(
                        threads.submit(
                                () -> {
                                    permits.acquire();
                                    try {
                                        return call.apply(item);
                                    } finally {
                                        permits.release();
                                    }
                                }));
            }
        }
        var results = new ArrayList<R>();
        for (Future<R> future : futures) {
            results.add(result(future));
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a call that throws nothing checked failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a service", e);
        }
    }
}
