package dev.earshot.usecase.job;

import dev.earshot.core.Outcome;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.FileTally;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.StoreException;
import dev.earshot.usecase.job.PostChunks.Found;
import dev.earshot.usecase.post.AnalysePosts;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Analyses a file of posts. Its own thread reads ahead, and two chunks are analysed at once, so
 * that the results of one are stored while the model reads the texts of the other. The checkpoint
 * is the place behind the last chunk of a step: {@code rows bytes tag}.
 */
final class PostsExecution implements JobExecution {
    private static final long MAX_WAIT_NANOS = 100_000_000;
    private static final int LANES = 2;

    private final StoredFile file;
    private final PostChunks chunks;
    private final AnalysePosts analyse;
    private final Duration step;
    private final ExecutorService lanes =
            Executors.newFixedThreadPool(
                    LANES, Thread.ofPlatform().daemon().name("posts-", 0).factory());
    private Optional<FileTally> tally;
    private Progress progress;

    /**
     * Dependencies and limits.
     *
     * @param maxBytes largest file taken
     * @param partBytes bytes of it fetched at once
     * @param step how long a step lasts; it takes at least one chunk
     */
    record Dependencies(
            MediaStore files,
            PostFiles formats,
            AnalysePosts analyse,
            long maxBytes,
            int partBytes,
            Duration step) {}

    PostsExecution(
            Job job,
            Task.Posts task,
            Progress progress,
            Optional<byte[]> checkpoint,
            Dependencies dependencies) {
        String[] place =
                checkpoint
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("0 0 ")
                        .split(" ", 3);
        this.file =
                new StoredFile(
                        dependencies.files(),
                        task.key(),
                        dependencies.partBytes(),
                        place[2],
                        dependencies.maxBytes());
        this.chunks =
                new PostChunks(
                        job,
                        file,
                        dependencies.formats(),
                        new PostFiles.Request(
                                task.key(),
                                job.workspace(),
                                task.source(),
                                job.createdAt(),
                                new Position(Long.parseLong(place[0]), Long.parseLong(place[1])),
                                task.hints()));
        this.analyse = dependencies.analyse();
        this.step = dependencies.step();
        this.progress = progress;
        this.tally = progress.report().map(FileTally::withoutSamples);
    }

    @Override
    public Step step() {
        long deadline = System.nanoTime() + step.toNanos();
        Deque<Future<List<Outcome>>> pending = new ArrayDeque<>();
        Found.@Nullable Chunk last = null;
        long done = progress.done();
        long refused = progress.refused();
        try {
            do {
                Optional<Found> found =
                        chunks.next(Math.max(MAX_WAIT_NANOS, deadline - System.nanoTime()));
                switch (found.orElse(null)) {
                    case null -> {}
                    case Found.Refused unreadable -> {
                        return new Step.Refused(unreadable.reason(), progress);
                    }
                    case Found.Failed failed -> {
                        if (failed.cause() instanceof StoredFile.UnusableFileException bad) {
                            return new Step.Refused(String.valueOf(bad.getMessage()), progress);
                        }
                        throw rethrown(failed.cause());
                    }
                    case Found.End end -> {
                        settle(pending, 0);
                        tally();
                        progress = progressed(1, done, refused);
                        return new Step.Finished(progress);
                    }
                    case Found.Chunk chunk -> {
                        settle(pending, LANES - 1);
                        pending.add(lanes.submit(() -> analyse.take(chunk.rows())));
                        done += chunk.records();
                        refused += chunk.refused();
                        FileTally counts = tally();
                        chunk.rows().forEach(row -> row.decoded().forEach(counts::add));
                        last = chunk;
                    }
                }
            } while (System.nanoTime() < deadline);
            settle(pending, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("reading was interrupted", e);
        } finally {
            pending.forEach(future -> future.cancel(false));
        }
        if (last == null) {
            return new Step.Going(progress, Optional.empty());
        }
        progress = progressed(Math.min(last.fraction(), 0.9999), done, refused);
        String place = last.after().rows() + " " + last.after().bytes() + " " + file.tag();
        return new Step.Going(progress, Optional.of(place.getBytes(StandardCharsets.UTF_8)));
    }

    /** The counts of the file, which go on where a worker before left off. */
    private FileTally tally() {
        FileTally counts =
                tally.orElseGet(() -> FileTally.withoutSamples(chunks.description().orElseThrow()));
        tally = Optional.of(counts);
        return counts;
    }

    private Progress progressed(double fraction, long done, long refused) {
        Progress now = new Progress(fraction, done, refused, 0, 0, 0);
        return tally.map(counts -> now.withReport(counts.report())).orElse(now);
    }

    /**
     * Waits until at most {@code left} chunks are in analysis; a chunk to be retried fails the
     * step.
     */
    private static void settle(Deque<Future<List<Outcome>>> pending, int left)
            throws InterruptedException {
        while (pending.size() > left) {
            try {
                for (Outcome outcome : pending.remove().get()) {
                    if (outcome instanceof Outcome.Retry retry) {
                        throw rethrown(retry.cause());
                    }
                }
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException failure -> failure;
            case null, default -> new StoreException("analysis of posts failed", cause);
        };
    }

    @Override
    public void close() {
        chunks.close();
        lanes.shutdown();
    }
}
