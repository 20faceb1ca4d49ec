package dev.earshot.local;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobEvents;
import dev.earshot.core.job.JobReader.Reading;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobWorker;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Shop;
import dev.earshot.core.job.WorkerSettings;
import dev.earshot.core.media.VideoLimits;
import dev.earshot.core.media.VideoModel;
import dev.earshot.core.pipeline.AnalysePosts;
import dev.earshot.core.pipeline.Brands;
import dev.earshot.core.pipeline.MediaReadings;
import dev.earshot.core.pipeline.Parking;
import dev.earshot.core.pipeline.PostReadings;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.TextReader;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.wire.ApiJson;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.Parsed;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The worker over the real adapters with models that need no weights, as a process that a test may
 * kill. It says {@code saved N} after each save and {@code ended STATE} at the end of a job.
 */
final class ChildWorker {
    private ChildWorker() {}

    /** Works until it is killed. */
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
        var brands = new Brands(services.brandStore());
        var shop =
                new Shop(
                        new Shop.Tools(
                                services.mediaStore(),
                                new PostFile(services.pseudonymiser(), limits),
                                new AnalysePosts(
                                        new PostReader(services.pseudonymiser(), limits),
                                        new PostReadings(reader, clock),
                                        brands,
                                        services.analysisStore(),
                                        services.authorPosts(),
                                        services.textVault(),
                                        new Parking(services.parkedStore(), "jobs")),
                                new NoVideos(),
                                new MediaReadings(new MagicNumberVisionModel(), reader, clock),
                                brands,
                                services.mediaResults(),
                                services.derivedFiles(),
                                services.jobStore(),
                                services.jobQueue()),
                        new Shop.Limits(
                                VideoLimits.STANDARD, 1 << 20, 1 << 20, 1 << 30, 1 << 20,
                                Path.of(settings.require("SCRATCH_DIR")), Duration.ZERO,
                                services.defaultWorkspace()));
        new JobWorker(
                        new JobWorker.Ports(
                                services.jobInbox(), services.jobQueue(), ChildWorker::read,
                                services.jobStore(), services.parkedStore(), shop, new Told()),
                        new WorkerSettings(
                                4, 1, Duration.ofSeconds(3), Duration.ofSeconds(1), 5,
                                Duration.ofSeconds(1), Duration.ofHours(10), 0,
                                services.defaultWorkspace()),
                        clock)
                .run();
    }

    private static Reading read(String body) {
        return switch (ApiJson.job(body)) {
            case Parsed.Right<Job>(Job job) -> new Reading.Understood(job);
            case Parsed.Wrong<Job> wrong ->
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
        public void brokeOff(Job job, Throwable cause) {
            System.out.println("broke off " + cause);
        }

        @Override
        public void ended(JobState state) {
            System.out.println("ended " + state.phase());
        }

        @Override
        public void troubled(String what, Throwable cause) {
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
