package dev.earshot.usecase.job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Joins the requests of several threads to one model into batches. A batch takes the requests that
 * are waiting, then waits for more until its first request has reached the maximum age. A batch
 * exceeds the maximum size only where a single request does. Requests are served in the order of
 * their arrival, so threads that ask repeatedly take turns. Thread-safe.
 *
 * <p>When a batch fails, every request in it fails with the same cause.
 *
 * @param <I> an item of a request
 * @param <O> the answer to an item
 */
public final class DynamicBatches<I, O> implements AutoCloseable {
    private final int maxSize;
    private final long maxAgeNanos;
    private final Function<List<I>, List<O>> model;
    private final IntConsumer sizes;
    private final BlockingQueue<PendingCall<I, O>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private record PendingCall<I, O>(
            List<I> items, long arrived, CompletableFuture<List<O>> answer) {}

    /**
     * @param maxSize items of a batch
     * @param maxAge how long the first request of a batch waits for others
     * @param model answers each item of a list, in order; called by one thread
     * @param sizes is told the size of every batch
     */
    public DynamicBatches(
            int maxSize, Duration maxAge, Function<List<I>, List<O>> model, IntConsumer sizes) {
        if (maxSize < 1) {
            throw new IllegalArgumentException("maxSize must be 1 or more, got " + maxSize);
        }
        this.maxSize = maxSize;
        this.maxAgeNanos = maxAge.toNanos();
        this.model = model;
        this.sizes = sizes;
        this.thread = Thread.ofPlatform().daemon().name("batches").start(this::serve);
    }

    /** Asks and waits for the answers; answer {@code i} belongs to item {@code i}. */
    public List<O> ask(List<I> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        var answer = new CompletableFuture<List<O>>();
        waiting.add(new PendingCall<>(List.copyOf(items), System.nanoTime(), answer));
        if (closed) {
            answer.completeExceptionally(closed());
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }

    private void serve() {
        @Nullable PendingCall<I, O> left = null;
        List<PendingCall<I, O>> batch = new ArrayList<>();
        while (!closed) {
            try {
                left = collect(batch, left);
            } catch (InterruptedException e) {
                break;
            }
            answer(batch);
            batch.clear();
        }
        // What was collected for a batch that will never be asked waits too.
        batch.forEach(DynamicBatches::refuse);
        if (left != null) {
            refuse(left);
        }
        waiting.forEach(DynamicBatches::refuse);
    }

    private static void refuse(PendingCall<?, ?> request) {
        request.answer.completeExceptionally(closed());
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the batches are closed");
    }

    /** Fills a batch; returns the request that no longer fitted, which begins the next one. */
    private @Nullable PendingCall<I, O> collect(
            List<PendingCall<I, O>> batch, @Nullable PendingCall<I, O> left)
            throws InterruptedException {
        PendingCall<I, O> first = left != null ? left : waiting.take();
        batch.add(first);
        int size = first.items.size();
        while (size < maxSize) {
            long budget = Math.max(0, first.arrived + maxAgeNanos - System.nanoTime());
            PendingCall<I, O> next = waiting.poll(budget, TimeUnit.NANOSECONDS);
            if (next == null) {
                return null;
            }
            if (size + next.items.size() > maxSize) {
                return next;
            }
            batch.add(next);
            size += next.items.size();
        }
        return null;
    }

    private void answer(List<PendingCall<I, O>> batch) {
        List<I> items = new ArrayList<>();
        batch.forEach(request -> items.addAll(request.items));
        try {
            List<O> answers = model.apply(items);
            if (answers.size() != items.size()) {
                throw new IllegalStateException(
                        "the model must answer " + items.size() + " items, got " + answers.size());
            }
            sizes.accept(items.size());
            int from = 0;
            for (PendingCall<I, O> request : batch) {
                int to = from + request.items.size();
                request.answer.complete(List.copyOf(answers.subList(from, to)));
                from = to;
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(request -> request.answer.completeExceptionally(e));
        }
    }

    /** Fails every request that still waits, with {@link IllegalStateException}. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
