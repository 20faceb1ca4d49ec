package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.engagement.cases.OpenEpisodes;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.SettableClock;
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
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** In-memory stores that outlive the workers, and workers that use them. */
final class JobWorkerHarness {
    static final WorkspaceId ACME = new WorkspaceId("acme");

    /** Far longer than any run takes on a busy machine; only a hanging worker reaches it. */
    private static final Duration CEILING = Duration.ofMinutes(10);

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    /** A video whose every byte is a step. */
    static final byte[] CLIP = "frames of a clip".getBytes(StandardCharsets.UTF_8);

    final SettableClock clock = new SettableClock(NOW);
    final InMemoryJobQueue queue = new InMemoryJobQueue(clock);
    final InMemoryJobStore jobs = new InMemoryJobStore(clock);
    final InMemoryParkedStore parked = new InMemoryParkedStore();
    final InMemoryMediaStore files = new InMemoryMediaStore();
    final InMemoryMediaResults results = new InMemoryMediaResults();
    final InMemoryDerivedFiles derived = new InMemoryDerivedFiles();
    final InMemoryExportFiles exports = new InMemoryExportFiles(clock);
    final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    final InMemoryCaseStore cases = new InMemoryCaseStore(posts);
    final InMemoryScoreStore scores = new InMemoryScoreStore();
    final InMemoryTextVault vault = new InMemoryTextVault();
    final InMemoryBrandStore brands = new InMemoryBrandStore();
    final HashingVideoModel videos = new HashingVideoModel();
    final List<String> turns = new CopyOnWriteArrayList<>();

    /** Called on the worker's thread after each saved step. */
    Runnable afterStep = () -> {};

    /** Progress reported by jobs over pictures, in order. */
    final List<Double> fractions = new CopyOnWriteArrayList<>();

    private final Path scratch;

    JobWorkerHarness(Path scratch) {
        this.scratch = scratch;
        brands.put(ACME, Brand.named("acme-cola", "Acme Cola"));
    }

    Job add(String id, Task task) {
        Job job = new Job(id, ACME, task, NOW);
        jobs.create(job);
        queue.submit(job);
        return job;
    }

    JobState state(Job job) {
        return jobs.get(job.workspace(), job.id()).orElseThrow();
    }

    /** All counts of the brand. */
    List<CountDelta> counts() {
        return posts.counts(
                ACME, "acme-cola", NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(30)));
    }

    /** Works until no message is left. */
    void workUntilEmpty() throws InterruptedException {
        work(Kill.never(), 1, 4);
    }

    /** Works until no message is left, or until killed. */
    void work(Kill kill, int parallelSteps, int jobsAtOnce) throws InterruptedException {
        JobWorker worker = worker(kill, parallelSteps, jobsAtOnce, queue);
        Thread stopper =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        queue.awaitEmpty(CEILING);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    worker.stop();
                                });
        try {
            worker.run();
        } finally {
            stopper.interrupt();
            stopper.join();
        }
    }

    /** Simulates a new process: holds of the old one expire. */
    void restart() {
        clock.advance(Duration.ofMinutes(5));
    }

    /** The executions that the workers run. */
    JobExecutions executions(Kill kill, JobQueue submit) {
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        var pseudonymiser =
                new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));
        var readings = new MediaReadings(new MagicNumberVisionModel(), reader, clock);
        var limits = new DecodeLimits(1 << 20, 1_000, 64);
        return new JobExecutions(
                new JobExecutions.Tools(
                        files,
                        new PostFile(pseudonymiser, limits),
                        new AnalysePosts(
                                new PostReader(pseudonymiser, limits),
                                new PostReadings(reader, clock),
                                new Brands(brands, pseudonymiser),
                                new Mortal.Posts(posts, kill),
                                new Departures(
                                        new Mortal.Posts(posts, kill),
                                        posts,
                                        new InMemoryAuthorEnds(),
                                        (workspace, author) -> {}),
                                vault,
                                new Parking(new Mortal.Parking(parked, kill), "jobs")),
                        new JobExecutions.Stored(posts, new Mortal.Posts(posts, kill), vault),
                        videos,
                        readings,
                        new Brands(brands, pseudonymiser),
                        results,
                        derived,
                        new Mortal.Jobs(jobs, kill),
                        submit,
                        new JobExecutions.Exports(
                                cases, OpenEpisodes.NONE, scores, LineRows.WRITERS, exports)),
                new JobExecutions.Limits(
                        new VideoLimits(1_000, 1 << 20, 60),
                        5_000,
                        1_000,
                        1 << 20,
                        4_096,
                        scratch,
                        Duration.ZERO,
                        new WorkspaceId("default")));
    }

    JobWorker worker(Kill kill, int parallelSteps, int jobsAtOnce, JobQueue submit) {
        var standard = WorkerSettings.standard(new WorkspaceId("default"));
        return new JobWorker(
                new JobWorker.Ports(
                        new Mortal.Inbox(queue, kill),
                        submit,
                        queue,
                        new Mortal.Jobs(jobs, kill),
                        parked,
                        executions(kill, submit),
                        new Recorder()),
                new WorkerSettings(
                        jobsAtOnce,
                        parallelSteps,
                        standard.hold(),
                        Duration.ofMillis(20),
                        3,
                        Duration.ZERO,
                        standard.longestPossession(),
                        0.36,
                        new WorkspaceId("default")),
                clock);
    }

    /** Lines of posts; every tenth is malformed. */
    static byte[] lines(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(
                    i % 10 == 9
                            ? "{\"id\":\"" + i + "\",\"text\":7}\n"
                            : "{\"id\":\""
                                    + i
                                    + "\",\"text\":\"good Acme Cola "
                                    + i
                                    + "\",\"createdAt\":\"2026-03-01T10:00:00Z\"}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    Task.Posts file(String key, byte[] bytes) {
        String owned = "imports/acme/" + "0".repeat(32) + "/" + key;
        files.put(owned, bytes);
        return new Task.Posts(owned, Optional.empty());
    }

    Task.Video video(String name, byte[] bytes) {
        String owned = "media/acme/" + "0".repeat(32) + "/" + name;
        files.put(owned, bytes);
        return new Task.Video(owned, "0A");
    }

    /** Records whose turn it was. */
    private final class Recorder implements JobEvents {
        @Override
        public void taken(JobState state) {}

        @Override
        public void stepped(Job job, Duration took, Progress progress) {
            turns.add(job.id());
            if (job.task() instanceof Task.Pictures) {
                fractions.add(progress.fraction());
            }
            afterStep.run();
        }

        @Override
        public void attemptFailed(Job job, Throwable cause) {}

        @Override
        public void ended(JobState state) {}

        @Override
        public void workerFailed(String what, Throwable cause) {}
    }

    /** Reasons of everything parked. */
    List<String> parkedReasons(WorkspaceId workspace) {
        List<String> reasons = new ArrayList<>();
        parked.list(workspace, Optional.empty(), 1_000).forEach(p -> reasons.add(p.reason()));
        return reasons;
    }
}
