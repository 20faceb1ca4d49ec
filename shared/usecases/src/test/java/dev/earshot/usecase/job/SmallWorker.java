package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.engagement.cases.OpenEpisodes;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.export.InMemoryExportFiles;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryCaseStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs one job of posts on stores that discard everything, in a process whose heap size a test
 * chooses. It prints how many records were read, refused and stored, and each reason for a refusal.
 */
final class SmallWorker {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private SmallWorker() {}

    /**
     * Runs the job.
     *
     * @param arguments the file of posts, and the maximum bytes of a fetched part and of a record
     */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        int maxBytes = Integer.parseInt(arguments[1]);
        var limits =
                new DecodeLimits(
                        maxBytes, DecodeLimits.IMPORT.maxRecords(), DecodeLimits.IMPORT.maxDepth());
        InstantSource clock = InstantSource.fixed(NOW);
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        var pseudonymiser = new Pseudonymiser(new byte[32]);
        var stored = new Forgetful();
        var brands = new Brands(new InMemoryBrandStore());
        var executions =
                new JobExecutions(
                        new JobExecutions.Tools(
                                new OneFile(file),
                                new PostFile(pseudonymiser, limits),
                                new AnalysePosts(
                                        new PostReader(pseudonymiser, limits),
                                        new PostReadings(reader, clock),
                                        brands,
                                        stored,
                                        new Departures(
                                                stored,
                                                new InMemoryAnalysisStore(clock),
                                                new InMemoryAuthorEnds(),
                                                (workspace, author) -> {}),
                                        new NoVault(),
                                        new Parking(new Printing(), "jobs")),
                                new JobExecutions.Stored(
                                        new InMemoryAnalysisStore(clock), stored, new NoVault()),
                                new HashingVideoModel(),
                                new MediaReadings(new MagicNumberVisionModel(), reader, clock),
                                brands,
                                new InMemoryMediaResults(),
                                new InMemoryDerivedFiles(),
                                new InMemoryJobStore(clock),
                                new InMemoryJobQueue(clock),
                                new JobExecutions.Exports(
                                        new InMemoryCaseStore(new InMemoryAnalysisStore(clock)),
                                        OpenEpisodes.NONE,
                                        new InMemoryScoreStore(),
                                        LineRows.WRITERS,
                                        new InMemoryExportFiles(clock))),
                        new JobExecutions.Limits(
                                VideoLimits.STANDARD,
                                1,
                                1,
                                1L << 40,
                                maxBytes,
                                Path.of("."),
                                Duration.ofSeconds(2),
                                WORKSPACE));
        Job job =
                new Job(
                        "small",
                        WORKSPACE,
                        new Task.Posts("imports/" + file.getFileName(), Optional.empty()),
                        NOW);
        System.out.println(done(executions.begin(job, Progress.NONE, Optional.empty()), stored));
    }

    private static String done(JobExecution work, Forgetful stored) {
        try (work) {
            while (true) {
                switch (work.step()) {
                    case JobExecution.Step.Going going -> {
                        continue;
                    }
                    case JobExecution.Step.Finished(Progress progress) -> {
                        return "read "
                                + progress.done()
                                + ", refused "
                                + progress.refused()
                                + ", stored "
                                + stored.posts.get();
                    }
                    case JobExecution.Step.Refused refused -> {
                        return "refused: " + refused.reason();
                    }
                }
            }
        }
    }

    private static final class Forgetful implements AnalysisStore {
        private final AtomicLong posts = new AtomicLong();

        @Override
        public void forget(WorkspaceId workspace, Collection<PostId> ids) {}

        @Override
        public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
            return Map.of();
        }

        @Override
        public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
            posts.addAndGet(changes.size());
            return Collections.nCopies(changes.size(), Ledger.Effect.STORED);
        }

        @Override
        public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
            return Optional.empty();
        }

        @Override
        public List<PostAnalysis> brandPosts(BrandPosts query) {
            return List.of();
        }

        @Override
        public List<CountDelta> counts(
                WorkspaceId workspace, String brandId, Instant from, Instant to) {
            return List.of();
        }
    }

    private static final class NoVault implements TextVault {
        @Override
        public List<SealedText> seal(WorkspaceId workspace, List<String> texts) {
            return texts.stream().map(text -> new SealedText("raw", 0, 1, new byte[32])).toList();
        }

        @Override
        public Optional<String> open(SealedText sealed) {
            return Optional.empty();
        }
    }

    private static final class Printing implements ParkedStore {
        @Override
        public void park(Parked parked) {
            System.out.println("parked " + parked.path() + ": " + parked.reason());
        }

        @Override
        public List<Parked> list(WorkspaceId workspace, Optional<Parked> after, int limit) {
            return List.of();
        }

        @Override
        public Optional<Parked> get(WorkspaceId workspace, String id) {
            return Optional.empty();
        }
    }

    /** Returns the same file on disk for any key. */
    private static final class OneFile implements MediaStore {
        private final Path file;

        OneFile(Path file) {
            this.file = file;
        }

        @Override
        public Part part(String key, long offset, int maxBytes, String tag) {
            try (FileChannel channel = FileChannel.open(file)) {
                long size = channel.size();
                ByteBuffer part =
                        ByteBuffer.allocate((int) Math.clamp(size - offset, 0L, maxBytes));
                while (part.hasRemaining()) {
                    channel.read(part, offset + part.position());
                }
                return new Part.Content(part.array(), size, "1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Fetched fetch(String key, long maxBytes) {
            return new Fetched.Missing();
        }

        @Override
        public Upload presign(
                WorkspaceId workspace, String key, String contentType, long bytes, Duration valid) {
            return new Upload("", "PUT", Map.of(), Optional.empty());
        }

        @Override
        public String download(String key, Duration valid) {
            return "";
        }

        @Override
        public List<Listed> list(String prefix, String after, int limit) {
            return List.of(new Listed(prefix, file.toFile().length()));
        }
    }
}
