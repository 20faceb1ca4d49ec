package dev.earshot.local;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobReader.Reading;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.Progress;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.engagement.cases.OpenEpisodes;
import dev.earshot.export.ExportedRows;
import dev.earshot.gpuworker.Main;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.usecase.job.JobEvents;
import dev.earshot.usecase.job.JobExecution;
import dev.earshot.usecase.job.JobExecutions;
import dev.earshot.usecase.job.JobWorker;
import dev.earshot.usecase.job.WorkerSettings;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.json.Parsed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The worker with the real adapters and models that need no weights, as a process that a test may
 * kill or ask to stop. It prints {@code saved N} after each save, {@code ended STATE} at the end of
 * a job and {@code stopped} after it has stopped on request. With the argument {@code stuck}, no
 * step after the second ever ends.
 */
final class ChildWorker {
    /** How long the current step may take after the end was asked for, however busy the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The same for a step that never ends. */
    private static final Duration PATIENCE_IF_STUCK = Duration.ofSeconds(2);

    private ChildWorker() {}

    /** Works until it is told to stop. */
    public static void main(String[] arguments) {
        Settings settings = Settings.fromEnvironment();
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        var limits = new DecodeLimits(1 << 20, 1_000, 64);
        var brands = new Brands(services.brandStore(), services.pseudonymiser());
        var executions =
                new JobExecutions(
                        new JobExecutions.Tools(
                                services.mediaStore(),
                                new PostFile(services.pseudonymiser(), limits),
                                new AnalysePosts(
                                        new PostReader(services.pseudonymiser(), limits),
                                        new PostReadings(reader, clock),
                                        brands,
                                        services.analysisStore(),
                                        new Departures(
                                                services.analysisStore(),
                                                services.authorPosts(),
                                                services.authorEnds(),
                                                services.authorScores()),
                                        services.textVault(),
                                        new Parking(services.parkedStore(), "jobs")),
                                new JobExecutions.Stored(
                                        services.postScan(),
                                        services.analysisStore(),
                                        services.textVault()),
                                new NoVideos(),
                                new MediaReadings(new MagicNumberVisionModel(), reader, clock),
                                brands,
                                services.mediaResults(),
                                services.derivedFiles(),
                                services.jobStore(),
                                services.jobQueue(),
                                new JobExecutions.Exports(
                                        services.caseStore(),
                                        OpenEpisodes.NONE,
                                        services.scoreStore(),
                                        new JobExecutions.Writers(
                                                ExportedRows::posts,
                                                ExportedRows::cases,
                                                ExportedRows::counts,
                                                ExportedRows::scores),
                                        services.exportFiles())),
                        new JobExecutions.Limits(
                                VideoLimits.STANDARD,
                                1 << 20,
                                1 << 20,
                                1 << 30,
                                1 << 20,
                                Path.of(settings.require("SCRATCH_DIR")),
                                Duration.ZERO,
                                services.defaultWorkspace()));
        boolean stuck = List.of(arguments).contains("stuck");
        JobExecution.Factory factory = stuck ? stuck(executions) : executions;
        var worker =
                new JobWorker(
                        new JobWorker.Ports(
                                services.jobInbox(),
                                services.jobQueue(),
                                ChildWorker::read,
                                services.jobStore(),
                                services.parkedStore(),
                                factory,
                                new Told()),
                        new WorkerSettings(
                                4,
                                1,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(1),
                                5,
                                Duration.ofSeconds(1),
                                Duration.ofHours(10),
                                0,
                                services.defaultWorkspace()),
                        clock);
        Main.untilTold(worker::run, worker::stop, stuck ? PATIENCE_IF_STUCK : PATIENCE);
        System.out.println("stopped");
    }

    private static JobExecution.Factory stuck(JobExecution.Factory executions) {
        return new JobExecution.Factory() {
            @Override
            public JobExecution begin(Job job, Progress progress, Optional<byte[]> checkpoint) {
                return new Stuck(executions.begin(job, progress, checkpoint));
            }

            @Override
            public void gaveUp(Job job, String reason) {
                executions.gaveUp(job, reason);
            }
        };
    }

    /** Hangs in its third step. */
    private static final class Stuck implements JobExecution {
        private final JobExecution work;
        private int steps;

        Stuck(JobExecution work) {
            this.work = work;
        }

        @Override
        public Step step() {
            if (++steps > 2) {
                System.out.println("stuck");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return work.step();
        }

        @Override
        public void close() {
            work.close();
        }
    }

    private static Reading read(String body) {
        return switch (ApiJson.job(body)) {
            case Parsed.Value<Job>(Job job) -> new Reading.Understood(job);
            case Parsed.Errors<Job> wrong ->
                    new Reading.Refused(wrong.errors().getFirst().reason());
        };
    }

    private static final class Told implements JobEvents {
        @Override
        public void taken(JobState state) {}

        @Override
        public void stepped(Job job, Duration took, Progress progress) {
            System.out.println("saved " + progress.done());
        }

        @Override
        public void attemptFailed(Job job, Throwable cause) {
            System.out.println("broke off " + cause);
        }

        @Override
        public void ended(JobState state) {
            System.out.println("ended " + state.phase());
        }

        @Override
        public void workerFailed(String what, Throwable cause) {
            System.out.println("troubled " + what + " " + cause);
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
