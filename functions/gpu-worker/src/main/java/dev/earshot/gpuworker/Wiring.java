package dev.earshot.gpuworker;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobReader.Reading;
import dev.earshot.core.job.Progress;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.TorchThreads;
import dev.earshot.djl.text.LanguageText;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.engagement.cases.RecentEpisodes;
import dev.earshot.export.ExportedRows;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.ContactSheet;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.lambda.SettingsException;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.TextReader;
import dev.earshot.usecase.job.DynamicBatches;
import dev.earshot.usecase.job.JobExecution;
import dev.earshot.usecase.job.JobExecutions;
import dev.earshot.usecase.job.JobWorker;
import dev.earshot.usecase.job.WorkerSettings;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.CreatorListing;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.video.VideoAnalyser;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Parsed;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Assembles the worker, from top to bottom. */
final class Wiring {
    static final int PART_BYTES = 8 << 20;
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int TEXT_BATCH = 512;
    private static final Duration TEXT_BATCH_AGE = Duration.ofMillis(5);

    private Wiring() {}

    static JobWorker worker(Settings settings, Consumer<String> log) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        WorkerSettings worker = workerSettings(settings, services);
        WorkerLog events = new WorkerLog(log, clock);
        return new JobWorker(
                new JobWorker.Ports(
                        services.jobInbox(),
                        services.jobQueue(),
                        Wiring::read,
                        services.jobStore(),
                        services.parkedStore(),
                        new LazyExecutions(
                                () -> executions(settings, services, clock, events, log)),
                        events),
                worker,
                clock);
    }

    private static WorkerSettings workerSettings(Settings settings, Services services) {
        WorkerSettings standard = WorkerSettings.standard(services.defaultWorkspace());
        return new WorkerSettings(
                (int) settings.number("WORKER_JOBS_AT_ONCE", standard.jobsAtOnce(), 1, 64),
                (int) settings.number("WORKER_PARALLEL_STEPS", standard.parallelSteps(), 1, 16),
                Duration.ofSeconds(
                        settings.number(
                                "WORKER_HOLD_SECONDS", standard.hold().toSeconds(), 3, 900)),
                Duration.ofSeconds(
                        settings.number(
                                "WORKER_POLL_SECONDS", standard.patience().toSeconds(), 0, 20)),
                (int) settings.number("WORKER_TRIES", standard.maxTries(), 1, 100),
                Duration.ofSeconds(
                        settings.number(
                                "WORKER_RETRY_SECONDS", standard.firstPause().toSeconds(), 0, 300)),
                standard.longestPossession(),
                price(settings),
                services.defaultWorkspace());
    }

    private static double price(Settings settings) {
        String text = settings.find("WORKER_HOURLY_PRICE").orElse("0");
        try {
            double price = Double.parseDouble(text);
            if (price >= 0 && price < 1_000) {
                return price;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message below, which names the value.
        }
        throw new SettingsException(
                "setting WORKER_HOURLY_PRICE must be US dollars from 0 to 1000, got '"
                        + text
                        + "'");
    }

    private static Reading read(String body) {
        return switch (ApiJson.job(body)) {
            case Parsed.Value<Job>(Job job) -> new Reading.Understood(job);
            case Parsed.Errors<Job> wrong -> {
                FieldError first = wrong.errors().getFirst();
                yield new Reading.Refused(first.path() + " " + first.reason());
            }
        };
    }

    private static JobExecutions executions(
            Settings settings,
            Services services,
            InstantSource clock,
            WorkerLog events,
            Consumer<String> log) {
        ComputeDevice device = ComputeDevice.named(settings.find("DEVICE").orElse("auto"));
        Path models = Path.of(settings.require("MODELS_DIR"));
        log.accept(new LogLine("models loading").with("device", device.type()).toString());
        TextReader reader =
                TextReaders.load(
                        models,
                        device,
                        calls ->
                                new DynamicBatches<LanguageText, AnalysisWithSpans>(
                                                TEXT_BATCH, TEXT_BATCH_AGE, calls, events::batch)
                                        ::ask);
        Masking masking = PersonalData.masking(settings.find("PERSONAL_DATA").orElse("mask"));
        MediaReadings readings =
                new MediaReadings(PictureVision.load(models, device), reader, masking, clock);
        Pseudonymiser pseudonymiser = services.pseudonymiser();
        Brands brands = new Brands(services.brandStore(), services.logoStore(), pseudonymiser);
        AnalysePosts posts =
                new AnalysePosts(
                        new PostReader(pseudonymiser, DecodeLimits.IMPORT),
                        new PostReadings(reader, masking, clock),
                        brands,
                        services.analysisStore(),
                        new Departures(
                                services.analysisStore(),
                                services.authorPosts(),
                                services.authorEnds(),
                                services.authorScores()),
                        services.textVault(),
                        new Parking(services.parkedStore(), "jobs"),
                        new CreatorListing(services.creatorDirectory(), clock));
        VideoAnalyser videos =
                new VideoAnalyser(
                        new ChildDecoder(DecoderSettings.standard()),
                        FrameVision.load(models, device),
                        new ContactSheet());
        return new JobExecutions(
                new JobExecutions.Tools(
                        services.mediaStore(),
                        new PostFile(pseudonymiser, DecodeLimits.IMPORT),
                        posts,
                        new JobExecutions.Stored(
                                services.postScan(),
                                services.analysisStore(),
                                services.textVault()),
                        videos,
                        readings,
                        brands,
                        services.mediaResults(),
                        services.derivedFiles(),
                        services.jobStore(),
                        services.jobQueue(),
                        exports(services)),
                limits(settings, services));
    }

    private static JobExecutions.Exports exports(Services services) {
        return new JobExecutions.Exports(
                services.caseStore(),
                new RecentEpisodes(
                        services.episodeHistory(), services.brandStore(), InstantSource.system()),
                services.scoreStore(),
                new JobExecutions.Writers(
                        ExportedRows::posts,
                        ExportedRows::cases,
                        ExportedRows::counts,
                        ExportedRows::scores),
                services.exportFiles());
    }

    private static JobExecutions.Limits limits(Settings settings, Services services) {
        VideoLimits standard = VideoLimits.STANDARD;
        return new JobExecutions.Limits(
                new VideoLimits(
                        settings.number(
                                "MAX_VIDEO_SECONDS", (long) standard.maxSeconds(), 1, 1_000_000),
                        standard.maxPixels(),
                        standard.maxFramesPerSecond()),
                settings.number("MAX_VIDEO_BYTES", 5L << 30, 1024, 1L << 40),
                settings.number("MAX_MEDIA_BYTES", 25L << 20, 1024, 512L << 20),
                settings.number("MAX_IMPORT_BYTES", 1L << 40, 1024, 50L << 40),
                PART_BYTES,
                Path.of(settings.find("SCRATCH_DIR").orElse(System.getProperty("java.io.tmpdir"))),
                STEP,
                services.defaultWorkspace());
    }

    /** Loads the models when the first job arrives. */
    private static final class LazyExecutions implements JobExecution.Factory {
        private final Supplier<JobExecution.Factory> load;
        private JobExecution.@Nullable Factory loaded;

        LazyExecutions(Supplier<JobExecution.Factory> load) {
            this.load = load;
        }

        private synchronized JobExecution.Factory executions() {
            JobExecution.Factory known = loaded;
            if (known == null) {
                known = load.get();
                loaded = known;
            }
            return known;
        }

        @Override
        public JobExecution begin(Job job, Progress progress, Optional<byte[]> checkpoint) {
            return executions().begin(job, progress, checkpoint);
        }

        @Override
        public void gaveUp(Job job, String reason) {
            executions().gaveUp(job, reason);
        }
    }
}
