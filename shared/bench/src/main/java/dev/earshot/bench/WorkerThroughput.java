package dev.earshot.bench;

import ai.djl.Device;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.djl.text.LanguageText;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.reading.TextReader;
import dev.earshot.usecase.job.DynamicBatches;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.api.JsonWriter;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A batch job of posts from file to store, against only reading the file and against only the
 * models. The stores are in memory, so that this measures the worker's own overhead.
 */
final class WorkerThroughput {
    private static final int ROUNDS = 7;
    private static final int POSTS = 768;
    private static final int CHUNK = 128;
    private static final int PART_BYTES = 1 << 20;
    private static final String KEY = "imports/posts.ndjson";

    private final Path models;
    private final byte[] file;
    private final Pseudonymiser pseudonymiser =
            new Pseudonymiser("a key for measurements".getBytes(StandardCharsets.UTF_8));

    WorkerThroughput(Path models, List<String> texts) {
        this.models = models;
        var json = new JsonWriter();
        var lines = new StringBuilder();
        for (int i = 0; i < POSTS; i++) {
            lines.append(
                            json.write(
                                    Map.of(
                                            "id", String.valueOf(i),
                                            "text", texts.get(i % texts.size()))))
                    .append('\n');
        }
        this.file = lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    void print(PrintStream out) throws Exception {
        TextReader reader =
                TextReaders.load(
                        models,
                        Device.cpu(),
                        calls ->
                                new DynamicBatches<LanguageText, AnalysisWithSpans>(
                                                512, Duration.ofMillis(5), calls, n -> {})
                                        ::ask);
        List<TextReader.Text> texts = decoded();
        if (texts.size() != POSTS) {
            throw new IllegalStateException("all posts must be read, got " + texts.size());
        }
        Rounds rounds =
                Rounds.run(
                        ROUNDS,
                        List.of(
                                new Rounds.Work("reading the file alone", this::decoded),
                                new Rounds.Work("models alone", () -> read(reader, texts)),
                                new Rounds.Work("the job, file to store", () -> job(reader))));
        double slower = Math.max(rounds.wallMillis(0), rounds.wallMillis(1));
        out.println("Batch job of " + POSTS + " posts, median of " + ROUNDS + " rounds");
        rounds.table().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "  throughput / that of the slower alone  %.2f (at least 0.85), %.0f posts a"
                        + " second%n%n",
                slower / rounds.wallMillis(2),
                1000 * POSTS / rounds.wallMillis(2));
    }

    private List<TextReader.Text> decoded() throws Exception {
        List<TextReader.Text> texts = new ArrayList<>();
        var request =
                new PostFiles.Request(
                        KEY,
                        InMemoryJob.WORKSPACE,
                        Optional.empty(),
                        InMemoryJob.CREATED_AT,
                        PostFiles.Position.START);
        var opening =
                (PostFiles.Opening.Opened)
                        new PostFile(pseudonymiser, InMemoryJob.DECODE_LIMITS)
                                .open(offset -> new ByteArrayInputStream(file), request);
        try (PostFiles.Reader rows = opening.reader()) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                for (Decoded decoded : row.get().decoded()) {
                    if (decoded instanceof Decoded.Event(PostEvent.Published(var post))) {
                        texts.add(new TextReader.Text(post.text(), post.declaredLanguage()));
                    }
                }
            }
        }
        return texts;
    }

    private static void read(TextReader reader, List<TextReader.Text> texts) {
        for (int from = 0; from < texts.size(); from += CHUNK) {
            reader.read(texts.subList(from, Math.min(texts.size(), from + CHUNK)));
        }
    }

    private void job(TextReader reader) {
        Progress progress =
                new InMemoryJob(new NoVideos(), reader, pseudonymiser, PART_BYTES)
                        .run(new Task.Posts(KEY, Optional.empty()), KEY, file);
        if (progress.done() != POSTS) {
            throw new IllegalStateException("the job must do all posts, did " + progress.done());
        }
    }

    private static final class NoVideos implements VideoModel {
        @Override
        public Opening open(Path file, VideoLimits limits, Optional<byte[]> checkpoint) {
            return new Opening.Refused("no videos here");
        }

        @Override
        public List<ModelVersion> versions() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
