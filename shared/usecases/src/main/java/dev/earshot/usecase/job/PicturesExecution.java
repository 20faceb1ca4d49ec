package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaKeys;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Listed;
import dev.earshot.core.store.StoreException;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.media.MediaReadings.File;
import dev.earshot.usecase.media.StoredFileReadings;
import dev.earshot.usecase.post.Brands;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Analyses every picture under a prefix, again where that was done before. Two files are processed
 * at once, so that one is fetched or stored while the models look at the other. Files of other
 * workspaces are skipped; a video gets a job of its own. The files are counted first, unless there
 * are too many, to report progress. The checkpoint is {@code total passed key}: files counted (0 if
 * there are too many), files passed, and the last key.
 */
final class PicturesExecution implements JobExecution {
    private static final int LANES = 2;
    private static final int PAGE = 500;

    /** Listing this many takes seconds. */
    private static final int MAX_COUNTED = 50_000;

    private static final int NOT_COUNTED = -1;
    private static final Pattern CHECKPOINT =
            Pattern.compile("([0-9]+) ([0-9]+) (.*)", Pattern.DOTALL);

    private final Job job;
    private final String prefix;
    private final Dependencies dependencies;
    private final StoredFileReadings pictures;
    private final ExecutorService lanes =
            Executors.newFixedThreadPool(
                    LANES, Thread.ofPlatform().daemon().name("pictures-", 0).factory());
    private final Deque<Listed> page = new ArrayDeque<>();
    private String after = "";
    private String listedTo;
    private long total = NOT_COUNTED;
    private long passed;
    private Progress progress;

    /**
     * Dependencies and limits.
     *
     * @param maxBytes largest picture
     * @param step how long a step lasts; it takes at least one file
     */
    record Dependencies(
            MediaStore files,
            MediaReadings readings,
            Brands brands,
            MediaResults results,
            DerivedFiles derived,
            JobStore jobs,
            JobQueue queue,
            WorkspaceId defaultWorkspace,
            long maxBytes,
            Duration step) {}

    PicturesExecution(
            Job job,
            Task.Pictures task,
            Progress progress,
            Optional<byte[]> checkpoint,
            Dependencies dependencies) {
        this.job = job;
        this.prefix = task.prefix();
        this.dependencies = dependencies;
        this.pictures =
                new StoredFileReadings(
                        dependencies.files(),
                        dependencies.readings(),
                        dependencies.brands(),
                        dependencies.derived(),
                        dependencies.maxBytes());
        checkpoint.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).ifPresent(this::goOn);
        this.listedTo = after;
        this.progress = progress;
    }

    private void goOn(String checkpoint) {
        Matcher parts = CHECKPOINT.matcher(checkpoint);
        if (parts.matches()) {
            total = Long.parseLong(parts.group(1));
            passed = Long.parseLong(parts.group(2));
            after = parts.group(3);
        }
    }

    private long counted() {
        long count = 0;
        String from = "";
        while (count <= MAX_COUNTED) {
            List<Listed> more = dependencies.files().list(prefix, from, 2 * PAGE);
            if (more.isEmpty()) {
                return count;
            }
            count += more.size();
            from = more.getLast().key();
        }
        return 0;
    }

    @Override
    public Step step() {
        total = total == NOT_COUNTED ? counted() : total;
        long deadline = System.nanoTime() + dependencies.step().toNanos();
        Deque<Future<Boolean>> pending = new ArrayDeque<>();
        long done = progress.done();
        long refused = progress.refused();
        boolean end = false;
        try {
            do {
                Optional<Listed> next = next();
                if (next.isEmpty()) {
                    end = true;
                } else {
                    refused += settle(pending, LANES - 1);
                    after = next.get().key();
                    passed++;
                    if (ours(after)) {
                        pending.add(lanes.submit(() -> look(next.get())));
                        done++;
                    }
                }
            } while (!end && System.nanoTime() < deadline);
            refused += settle(pending, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("looking at pictures was interrupted", e);
        } finally {
            pending.forEach(future -> future.cancel(false));
        }
        // Files may come and go meanwhile; without a count, only the end is reported.
        double fraction = total > 0 ? Math.min(0.9999, (double) passed / total) : 0;
        progress = new Progress(end ? 1 : fraction, done, refused, 0, 0, 0);
        String place = total + " " + passed + " " + after;
        return end
                ? new Step.Finished(progress)
                : new Step.Going(progress, Optional.of(place.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Listed> next() {
        if (page.isEmpty()) {
            List<Listed> more = dependencies.files().list(prefix, listedTo, PAGE);
            page.addAll(more);
            listedTo = more.isEmpty() ? listedTo : more.getLast().key();
        }
        return Optional.ofNullable(page.poll());
    }

    private boolean ours(String key) {
        return MediaKeys.workspaceOf(key, dependencies.defaultWorkspace()).equals(job.workspace());
    }

    /** Whether the file was refused. */
    private boolean look(Listed listed) {
        String version =
                dependencies
                        .results()
                        .get(job.workspace(), listed.key())
                        .map(MediaAnalysis::version)
                        .orElse("");
        File file = new File(job.workspace(), listed.key(), version);
        return pictures.read(file).filter(analysis -> keep(file, analysis)).isPresent();
    }

    /** Keeps a result; whether it is a refusal. */
    private boolean keep(File file, MediaAnalysis analysis) {
        return switch (analysis.status()) {
            case MediaAnalysis.Status.Queued queued -> {
                Job video =
                        new Job(
                                MediaReadings.jobId(file, job.id()),
                                job.workspace(),
                                new Task.Video(file.key(), file.version()),
                                job.createdAt());
                dependencies.jobs().create(video);
                dependencies.queue().submit(video);
                yield false;
            }
            case MediaAnalysis.Status.Rejected rejected -> {
                dependencies.results().put(analysis);
                yield true;
            }
            case MediaAnalysis.Status.Analysed seen -> {
                dependencies.results().put(analysis);
                yield false;
            }
            case MediaAnalysis.Status.Watched watched ->
                    throw new IllegalStateException("a picture must not be watched");
        };
    }

    private static long settle(Deque<Future<Boolean>> pending, int left)
            throws InterruptedException {
        long refused = 0;
        while (pending.size() > left) {
            try {
                refused += pending.remove().get() ? 1 : 0;
            } catch (ExecutionException e) {
                @Nullable Throwable cause = e.getCause();
                switch (cause) {
                    case Error error -> throw error;
                    case RuntimeException failure -> throw failure;
                    case null, default ->
                            throw new StoreException("looking at pictures failed", cause);
                }
            }
        }
        return refused;
    }

    @Override
    public void close() {
        lanes.shutdown();
    }
}
