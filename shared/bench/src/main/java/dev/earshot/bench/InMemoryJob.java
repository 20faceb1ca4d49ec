package dev.earshot.bench;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.engagement.cases.OpenEpisodes;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.export.InMemoryExportFiles;
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
import dev.earshot.usecase.job.JobExecution;
import dev.earshot.usecase.job.JobExecutions;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Runs a job as the worker does, over one uploaded file and with empty stores in memory, so that
 * only the job's own time is measured.
 */
final class InMemoryJob {
    static final DecodeLimits DECODE_LIMITS = new DecodeLimits(1 << 20, 1_000, 64);
    static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    static final Instant CREATED_AT = Instant.parse("2026-03-01T10:00:00Z");

    private static final long MAX_FILE_BYTES = 1L << 30;

    private final VideoModel videos;
    private final TextReader reader;
    private final Pseudonymiser pseudonymiser;
    private final int partBytes;

    /**
     * @param partBytes size of the parts in which the file is read
     */
    InMemoryJob(VideoModel videos, TextReader reader, Pseudonymiser pseudonymiser, int partBytes) {
        this.videos = videos;
        this.reader = reader;
        this.pseudonymiser = pseudonymiser;
        this.partBytes = partBytes;
    }

    /**
     * Runs a job to its end.
     *
     * @param key of the file, which the task names
     * @throws IllegalStateException if the job refuses the file
     */
    Progress run(Task task, String key, byte[] file) {
        var files = new InMemoryMediaStore();
        files.put(key, file);
        Job job = new Job("bench", WORKSPACE, task, CREATED_AT);
        try (JobExecution execution =
                executions(files).begin(job, Progress.NONE, Optional.empty())) {
            while (true) {
                switch (execution.step()) {
                    case JobExecution.Step.Going going -> {
                        continue;
                    }
                    case JobExecution.Step.Finished finished -> {
                        return finished.progress();
                    }
                    case JobExecution.Step.Refused refused ->
                            throw new IllegalStateException(key + ": " + refused.reason());
                }
            }
        }
    }

    private JobExecutions executions(MediaStore files) {
        InstantSource clock = InstantSource.system();
        var store = new InMemoryAnalysisStore();
        var texts = new InMemoryTextVault();
        var brands = new Brands(new InMemoryBrandStore());
        return new JobExecutions(
                new JobExecutions.Tools(
                        files,
                        new PostFile(pseudonymiser, DECODE_LIMITS),
                        new AnalysePosts(
                                new PostReader(pseudonymiser, DECODE_LIMITS),
                                new PostReadings(reader, clock),
                                brands,
                                store,
                                new Departures(
                                        store,
                                        store,
                                        new InMemoryAuthorEnds(),
                                        (workspace, author) -> {}),
                                texts,
                                new Parking(new InMemoryParkedStore(), "jobs")),
                        new JobExecutions.Stored(store, store, texts),
                        videos,
                        new MediaReadings(new MagicNumberVisionModel(), reader, clock),
                        brands,
                        new InMemoryMediaResults(),
                        new InMemoryDerivedFiles(),
                        new InMemoryJobStore(clock),
                        new InMemoryJobQueue(),
                        exports(store, clock)),
                new JobExecutions.Limits(
                        VideoLimits.STANDARD,
                        MAX_FILE_BYTES,
                        MAX_FILE_BYTES,
                        MAX_FILE_BYTES,
                        partBytes,
                        Path.of(System.getProperty("java.io.tmpdir")),
                        Duration.ofSeconds(2),
                        WORKSPACE));
    }

    private static JobExecutions.Exports exports(InMemoryAnalysisStore store, InstantSource clock) {
        return new JobExecutions.Exports(
                new InMemoryCaseStore(store),
                OpenEpisodes.NONE,
                new InMemoryScoreStore(),
                new JobExecutions.Writers(unmeasured(), unmeasured(), unmeasured(), unmeasured()),
                new InMemoryExportFiles(clock));
    }

    private static <R> ExportRows.Opening<R> unmeasured() {
        return (format, file) -> {
            throw new IOException("no export is measured");
        };
    }
}
