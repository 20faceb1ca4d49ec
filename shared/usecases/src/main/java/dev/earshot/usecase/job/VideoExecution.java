package dev.earshot.usecase.job;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.core.video.VideoProgress;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.Brands;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Analyses one video: fetches it part by part into a local file, then analyses it in steps. The
 * checkpoint is the model's own. A refused video gets a result that says why.
 */
final class VideoExecution implements JobExecution {
    private final Job job;
    private final Task.Video task;
    private final Optional<byte[]> checkpoint;
    private final Dependencies dependencies;
    private final StoredFile file;
    private Progress progress;
    private long fetched;
    private @Nullable Path copy;
    private VideoModel.@Nullable Run run;

    /**
     * Dependencies and limits.
     *
     * @param scratch folder for copies of videos
     * @param maxBytes largest video taken
     * @param partBytes bytes of it fetched in one step
     */
    record Dependencies(
            MediaStore files,
            VideoModel model,
            VideoLimits limits,
            MediaReadings readings,
            Brands brands,
            MediaResults results,
            DerivedFiles derived,
            Path scratch,
            long maxBytes,
            int partBytes) {}

    VideoExecution(
            Job job,
            Task.Video task,
            Progress progress,
            Optional<byte[]> checkpoint,
            Dependencies dependencies) {
        this.job = job;
        this.task = task;
        this.progress = progress;
        this.checkpoint = checkpoint;
        this.dependencies = dependencies;
        this.file =
                new StoredFile(
                        dependencies.files(),
                        task.key(),
                        dependencies.partBytes(),
                        "",
                        dependencies.maxBytes());
    }

    @Override
    public Step step() {
        try {
            VideoModel.Run open = run;
            return open != null ? watch(open) : fetch();
        } catch (StoredFile.UnusableFileException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private Step fetch() {
        byte[] part = file.part(fetched);
        if (file.size() == 0) {
            return refused("the file is empty; upload it again");
        }
        append(part);
        fetched += part.length;
        return fetched >= file.size() ? open() : new Step.Going(progress, Optional.empty());
    }

    private void append(byte[] part) {
        Path target = copy;
        try {
            if (target == null) {
                Files.createDirectories(dependencies.scratch());
                target = Files.createTempFile(dependencies.scratch(), "video-", "");
                copy = target;
            }
            try (OutputStream out =
                    Files.newOutputStream(target, java.nio.file.StandardOpenOption.APPEND)) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the copy of a video can't be written to "
                            + dependencies.scratch()
                            + "; it needs as much room as the largest video times the jobs at once",
                    e);
        }
    }

    private Step open() {
        return switch (dependencies.model().open(copied(), dependencies.limits(), checkpoint)) {
            case VideoModel.Opening.Refused refused -> refused(refused.reason());
            case VideoModel.Opening.Opened opened -> {
                run = opened.run();
                yield new Step.Going(progress, Optional.empty());
            }
        };
    }

    private Path copied() {
        Path target = copy;
        if (target == null) {
            throw new IllegalStateException("the video must be fetched before it is opened");
        }
        return target;
    }

    private Step watch(VideoModel.Run open) {
        return switch (open.step()) {
            case VideoModel.Step.Refused refused -> refused(refused.reason());
            case VideoModel.Step.Going going -> {
                progress = of(going.progress(), Math.min(going.progress().fraction(), 0.9999));
                yield new Step.Going(progress, Optional.of(open.checkpoint()));
            }
            case VideoModel.Step.Finished finished -> {
                keep(finished.findings(), finished.contactSheet());
                progress = of(finished.progress(), 1);
                yield new Step.Finished(progress);
            }
        };
    }

    private void keep(VideoFindings findings, byte[] contactSheet) {
        MediaAnalysis analysis =
                dependencies
                        .readings()
                        .watched(
                                source(),
                                findings,
                                dependencies.model().versions(),
                                dependencies.brands().matcher(job.workspace()));
        // The sheet first, so that every stored result has one.
        dependencies
                .derived()
                .put(job.workspace(), task.key(), DerivedFiles.CONTACT_SHEET, contactSheet);
        dependencies.results().put(analysis);
    }

    private Step refused(String reason) {
        dependencies.results().put(dependencies.readings().rejected(source(), reason));
        return new Step.Refused(reason, progress);
    }

    private MediaReadings.File source() {
        return new MediaReadings.File(job.workspace(), task.key(), task.version());
    }

    private static Progress of(VideoProgress watched, double fraction) {
        return new Progress(
                fraction,
                watched.framesDecoded(),
                0,
                watched.framesAnalysed(),
                watched.secondsDone(),
                0);
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
            run = null;
        }
        if (copy != null) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                throw new UncheckedIOException("the copy of a video can't be removed", e);
            }
            copy = null;
        }
    }
}
