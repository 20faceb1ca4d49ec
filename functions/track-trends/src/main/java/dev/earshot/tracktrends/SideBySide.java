package dev.earshot.tracktrends;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on several brands at once, since each waits for the table most of its time. Stateless. */
final class SideBySide {
    /** As many connections as the client keeps open for more than one call. */
    private static final int AT_ONCE = 5;

    private SideBySide() {}

    /**
     * What came of each item, in their order; those that failed are left out.
     *
     * @param failed is told of each failure, by the calling thread
     */
    static <T, R> List<R> each(
            List<T> items, Function<T, R> part, Consumer<RuntimeException> failed) {
        var permits = new Semaphore(AT_ONCE);
        List<Future<R>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                futures.add(
                        threads.submit(
                                () -> {
                                    permits.acquire();
                                    try {
                                        return part.apply(item);
                                    } finally {
                                        permits.release();
                                    }
                                }));
            }
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failed.accept(
                        e.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException("a brand was not judged", e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while brands were judged", e);
            }
        }
        return results;
    }
}
