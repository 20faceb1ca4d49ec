package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.usecase.job.PostChunks.Found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Chunks of at most 128 records or 2 Mi characters, in the order of the file. */
@Timeout(300)
final class PostChunksTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Decoded KEPT = new Decoded.Irrelevant("a like");
    private static final Decoded REFUSED = new Decoded.Rejected("$", "no text", "{}");

    @Test
    void next_manyRows_comeInChunksOf128Records() throws InterruptedException {
        List<Found> found = all(rows(300, 1, KEPT));

        assertThat(found).hasSize(4);
        assertThat(found.subList(0, 3))
                .extracting(each -> ((Found.Chunk) each).records())
                .containsExactly(128L, 128L, 44L);
        assertThat(found.subList(0, 3))
                .extracting(each -> ((Found.Chunk) each).after())
                .containsExactly(
                        new Position(128, 1_280),
                        new Position(256, 2_560),
                        new Position(300, 3_000));
        assertThat(found.getLast()).isEqualTo(new Found.End());
    }

    @Test
    void next_rowsOfSeveralRecords_areNotCutApart() throws InterruptedException {
        List<Found> found = all(rows(3, 1, Collections.nCopies(100, KEPT).toArray(Decoded[]::new)));

        assertThat(found.subList(0, 2))
                .extracting(each -> ((Found.Chunk) each).records())
                .containsExactly(200L, 100L);
    }

    @Test
    void next_heavyRows_fillAChunkByTheirWeight() throws InterruptedException {
        List<Found> found = all(rows(3, 1 << 20, KEPT));

        assertThat(found.subList(0, 2))
                .extracting(each -> ((Found.Chunk) each).records())
                .containsExactly(2L, 1L);
    }

    @Test
    void next_refusedRecords_areCountedAndNamedByTheirRow() throws InterruptedException {
        Found.Chunk chunk = (Found.Chunk) all(rows(3, 1, KEPT, REFUSED)).getFirst();

        assertThat(chunk.records()).isEqualTo(6);
        assertThat(chunk.refused()).isEqualTo(3);
        assertThat(chunk.rows())
                .extracting(row -> row.message().id())
                .containsExactly("job-j-1", "job-j-2", "job-j-3");
        assertThat(chunk.rows().getFirst().message().workspace())
                .isEqualTo(new WorkspaceId("acme"));
        assertThat(chunk.rows().getFirst().decoded()).containsExactly(KEPT, REFUSED);
    }

    @Test
    void next_fileWithoutRows_isAtItsEnd() throws InterruptedException {
        assertThat(all(rows(0, 1))).containsExactly(new Found.End());
    }

    @Test
    void next_fileThatHoldsNoPosts_isRefusedWithTheReason() throws InterruptedException {
        assertThat(
                        all(
                                (source, request) ->
                                        new PostFiles.Opening.Refused(
                                                PostFiles.Why.BINARY, "a picture")))
                .containsExactly(new Found.Refused("a picture"));
    }

    @Test
    void next_fileThatCannotBeRead_failsWithTheCause() throws InterruptedException {
        var cause = new IOException("the line is cut");
        Found failed =
                all((source, request) -> {
                            throw cause;
                        })
                        .getLast();

        assertThat(((Found.Failed) failed).cause())
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(cause);
    }

    @Test
    void next_errorWhileReading_comesBehindWhatWasRead() throws InterruptedException {
        var error = new StackOverflowError();
        Iterator<PostFiles.Row> read = rowList(200, 1, KEPT).iterator();
        List<Found> found =
                all(
                        opened(
                                () -> {
                                    if (!read.hasNext()) {
                                        throw error;
                                    }
                                    return Optional.of(read.next());
                                }));

        assertThat(found).hasSize(2);
        assertThat(((Found.Chunk) found.getFirst()).records()).isEqualTo(128);
        assertThat(((Found.Failed) found.getLast()).cause()).isSameAs(error);
    }

    @Test
    void next_whileNothingIsRead_isEmptyInTime() throws InterruptedException {
        var gate = new CountDownLatch(1);
        try (PostChunks chunks =
                chunks(
                        opened(
                                () -> {
                                    await(gate);
                                    return Optional.empty();
                                }))) {
            assertThat(chunks.next(1)).isEmpty();
            gate.countDown();
            assertThat(chunks.next(TimeUnit.MINUTES.toNanos(4))).contains(new Found.End());
        }
    }

    @Test
    void close_whileTheReaderIsFarAhead_endsIt() {
        PostChunks chunks = chunks(rows(10_000, 1, KEPT));

        chunks.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("read-j");
    }

    private static List<Found> all(PostFiles formats) throws InterruptedException {
        List<Found> found = new ArrayList<>();
        try (PostChunks chunks = chunks(formats)) {
            do {
                found.add(chunks.next(TimeUnit.MINUTES.toNanos(4)).orElseThrow());
            } while (found.getLast() instanceof Found.Chunk);
        }
        return found;
    }

    private static PostChunks chunks(PostFiles formats) {
        var workspace = new WorkspaceId("acme");
        var job = new Job("j", workspace, new Task.Posts("key", Optional.empty()), NOW);
        return new PostChunks(
                job,
                new StoredFile(new InMemoryMediaStore(), "key", 1, "", 1),
                formats,
                new PostFiles.Request("key", workspace, Optional.empty(), NOW, Position.START));
    }

    private static PostFiles rows(int count, int weight, Decoded... records) {
        Iterator<PostFiles.Row> rows = rowList(count, weight, records).iterator();
        return opened(() -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty());
    }

    private static List<PostFiles.Row> rowList(int count, int weight, Decoded... records) {
        List<PostFiles.Row> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(new PostFiles.Row(List.of(records), new Position(i, 10L * i), weight));
        }
        return rows;
    }

    private interface Rows {
        Optional<PostFiles.Row> next();
    }

    private static PostFiles opened(Rows rows) {
        return (source, request) ->
                new PostFiles.Opening.Opened(
                        new PostFiles.Reader() {
                            @Override
                            public Optional<PostFiles.Row> next() {
                                return rows.next();
                            }

                            @Override
                            public void close() {}
                        },
                        PostFiles.Description.of("posts", "UTF-8"));
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
