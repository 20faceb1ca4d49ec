package dev.earshot.usecase.job;

import dev.earshot.core.job.Job;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.core.post.PostMessage;
import dev.earshot.usecase.post.AnalysePosts.Records;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a file of posts ahead of its analysis, in chunks, on its own thread. Only a few chunks are
 * held, so memory stays bounded while reading continues during analysis.
 */
final class PostChunks implements AutoCloseable {
    private static final int RECORDS = 128;
    private static final int WEIGHT = 2 << 20;
    private static final int AHEAD = 4;

    private final Job job;
    private final StoredFile file;
    private final PostFiles formats;
    private final PostFiles.Request request;
    private final BlockingQueue<Found> found = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile Optional<PostFiles.Description> description = Optional.empty();

    PostChunks(Job job, StoredFile file, PostFiles formats, PostFiles.Request request) {
        this.job = job;
        this.file = file;
        this.formats = formats;
        this.request = request;
        this.thread = Thread.ofPlatform().daemon().name("read-" + job.id()).start(this::read);
    }

    /** The next thing found while reading. */
    sealed interface Found {
        /**
         * Rows to analyse.
         *
         * @param records how many records they hold
         * @param fraction of the file that was read so far
         */
        record Chunk(
                List<Records> rows, Position after, long records, long refused, double fraction)
                implements Found {}

        /** The end of the file. */
        record End() implements Found {}

        /** The file holds no posts. */
        record Refused(String reason) implements Found {}

        /** Reading failed. */
        record Failed(Throwable cause) implements Found {}
    }

    /** The next chunk; empty if none arrived in time. */
    Optional<Found> next(long waitNanos) throws InterruptedException {
        return Optional.ofNullable(found.poll(waitNanos, TimeUnit.NANOSECONDS));
    }

    /** What the file was taken for; empty until the first chunk or the end is found. */
    Optional<PostFiles.Description> description() {
        return description;
    }

    private void read() {
        try {
            Found last;
            try {
                last =
                        switch (formats.open(file, request)) {
                            case PostFiles.Opening.Refused refused ->
                                    new Found.Refused(refused.reason());
                            case PostFiles.Opening.Opened opened -> {
                                try (PostFiles.Reader reader = opened.reader()) {
                                    description = Optional.of(opened.description());
                                    chunks(reader);
                                }
                                yield new Found.End();
                            }
                        };
            } catch (IOException e) {
                last = new Found.Failed(new UncheckedIOException(e));
            } catch (RuntimeException | Error e) {
                last = new Found.Failed(e);
            }
            found.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void chunks(PostFiles.Reader reader) throws InterruptedException {
        List<Records> rows = new ArrayList<>();
        int weight = 0;
        int records = 0;
        int refused = 0;
        PostFiles.@Nullable Row last = null;
        for (Optional<PostFiles.Row> next = reader.next(); ; next = reader.next()) {
            boolean full = records >= RECORDS || weight >= WEIGHT;
            if (last != null && (full || next.isEmpty())) {
                double fraction = file.size() > 0 ? (double) file.read() / file.size() : 0;
                found.put(
                        new Found.Chunk(
                                rows, last.after(), records, refused, Math.min(1, fraction)));
                rows = new ArrayList<>();
                weight = 0;
                records = 0;
                refused = 0;
            }
            if (next.isEmpty()) {
                return;
            }
            last = next.get();
            rows.add(new Records(message(last.after().rows()), last.decoded()));
            weight += last.weight();
            records += last.decoded().size();
            for (Decoded decoded : last.decoded()) {
                refused += decoded instanceof Decoded.Rejected ? 1 : 0;
            }
        }
    }

    /** Gives the row the same id whenever the job reads it, so that parking it twice keeps one. */
    private PostMessage message(long row) {
        return new PostMessage(
                "job-" + job.id() + "-" + row,
                job.workspace(),
                request.format(),
                "",
                job.createdAt());
    }

    @Override
    public void close() {
        thread.interrupt();
        found.clear();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
