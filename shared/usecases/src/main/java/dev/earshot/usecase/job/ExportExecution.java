package dev.earshot.usecase.job;

import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.engagement.cases.CaseList;
import dev.earshot.usecase.post.Brands;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes an export to a file of this machine and then stores it. A file can't be continued by
 * another process, so who takes the job over begins again; the checkpoint says only that it was
 * begun, so that its progress is kept. Memory does not grow with the rows.
 */
final class ExportExecution implements JobExecution {
    private static final Optional<byte[]> BEGUN =
            Optional.of("begun".getBytes(StandardCharsets.UTF_8));

    private final Job job;
    private final Task.Export export;
    private final Dependencies dependencies;
    private @Nullable Path file;
    private @Nullable ExportSheet<?> sheet;
    private Progress progress = Progress.NONE;

    /**
     * Dependencies.
     *
     * @param scratch folder for the file
     * @param step how long a step lasts; it takes at least one page
     */
    record Dependencies(
            JobExecutions.Stored stored,
            Brands brands,
            JobExecutions.Exports exports,
            Path scratch,
            Duration step) {}

    ExportExecution(Job job, Task.Export export, Dependencies dependencies) {
        this.job = job;
        this.export = export;
        this.dependencies = dependencies;
    }

    @Override
    public Step step() {
        if (file == null
                && dependencies
                        .brands()
                        .catalogue(job.workspace())
                        .find(export.brandId())
                        .isEmpty()) {
            return new Step.Refused(
                    "no brand '" + export.brandId() + "' is registered; PUT it first", progress);
        }
        try {
            return write();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the export to this machine's disk", e);
        }
    }

    private Step write() throws IOException {
        ExportSheet<?> open = sheet;
        Path part = file;
        if (open == null || part == null) {
            part = Files.createTempFile(dependencies.scratch(), "export-", ".part");
            file = part;
            open = opened(part);
            sheet = open;
        }
        long deadline = System.nanoTime() + dependencies.step().toNanos();
        boolean more;
        do {
            ExportSheet.Written written = open.writePage();
            progress =
                    new Progress(
                            Math.max(progress.fraction(), written.fraction()),
                            progress.done() + written.rows(),
                            0,
                            0,
                            0,
                            0);
            more = written.more();
        } while (more && System.nanoTime() < deadline);
        return more ? new Step.Going(progress, BEGUN) : store(open, part);
    }

    private ExportSheet<?> opened(Path part) throws IOException {
        JobExecutions.Exports exports = dependencies.exports();
        JobExecutions.Stored stored = dependencies.stored();
        var format = export.format();
        return switch (export.content()) {
            case POSTS ->
                    new ExportSheet<>(
                            new PostPages(job.workspace(), export, stored.posts(), stored.texts()),
                            exports.writers().posts().open(format, part));
            case CASES ->
                    new ExportSheet<>(
                            new CasePages(
                                    job.workspace(),
                                    export,
                                    new CaseList(exports.cases(), exports.episodes())),
                            exports.writers().cases().open(format, part));
            case COUNTS ->
                    new ExportSheet<>(
                            new CountPages(job.workspace(), export, stored.posts()),
                            exports.writers().counts().open(format, part));
            case SCORES ->
                    new ExportSheet<>(
                            new ScorePages(job.workspace(), export, exports.scores()),
                            exports.writers().scores().open(format, part));
        };
    }

    private Step store(ExportSheet<?> open, Path whole) throws IOException {
        open.close();
        sheet = null;
        long bytes = Files.size(whole);
        if (bytes > ExportFiles.MAX_BYTES) {
            return new Step.Refused(
                    "the file has "
                            + bytes
                            + " bytes, and at most "
                            + ExportFiles.MAX_BYTES
                            + " can be stored; export a shorter time",
                    progress);
        }
        dependencies
                .exports()
                .files()
                .put(job.workspace(), job.id(), export.fileName(), export.format(), whole);
        return new Step.Finished(new Progress(1, progress.done(), 0, 0, 0, 0));
    }

    /** Nothing of an export that did not end is left on this machine. */
    @Override
    public void close() {
        try {
            if (sheet != null) {
                sheet.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove a file of this machine", e);
        }
    }
}
