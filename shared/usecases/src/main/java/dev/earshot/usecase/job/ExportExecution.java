package dev.earshot.usecase.job;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.PostRows;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.core.store.TextVault;
import dev.earshot.usecase.post.Brands;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Writes a brand's posts, newest first, to a file of this machine and then stores it. What has been
 * removed before its page is read is not in it. A file can't be continued by another process, so
 * who takes the job over begins again; the checkpoint says only that it was begun, so that its
 * progress is kept. Memory does not grow with the posts.
 */
final class ExportExecution implements JobExecution {
    private static final int PAGE = 100;
    private static final Optional<byte[]> BEGUN =
            Optional.of("begun".getBytes(StandardCharsets.UTF_8));

    private final Job job;
    private final Task.Export export;
    private final Dependencies dependencies;
    private final OpenedTexts texts;
    private @Nullable Path file;
    private @Nullable PostRows rows;
    private Optional<Position> after = Optional.empty();
    private Progress progress = Progress.NONE;

    /**
     * Dependencies.
     *
     * @param scratch folder for the file
     * @param step how long a step lasts; it takes at least one page
     */
    record Dependencies(
            AnalysisStore posts,
            TextVault texts,
            Brands brands,
            JobExecutions.Exports exports,
            Path scratch,
            Duration step) {}

    ExportExecution(Job job, Task.Export export, Dependencies dependencies) {
        this.job = job;
        this.export = export;
        this.dependencies = dependencies;
        this.texts = new OpenedTexts(dependencies.texts());
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
        PostRows open = opened();
        long deadline = System.nanoTime() + dependencies.step().toNanos();
        boolean more;
        do {
            List<PostAnalysis> page = dependencies.posts().brandPosts(query());
            List<Optional<String>> opened = texts.of(page);
            for (int i = 0; i < page.size(); i++) {
                open.write(page.get(i), opened.get(i));
            }
            passed(page);
            more = page.size() == PAGE;
        } while (more && System.nanoTime() < deadline);
        return more ? new Step.Going(progress, BEGUN) : store(open);
    }

    private PostRows opened() throws IOException {
        PostRows known = rows;
        if (known != null) {
            return known;
        }
        Path part = Files.createTempFile(dependencies.scratch(), "export-", ".part");
        file = part;
        PostRows begun = dependencies.exports().rows().open(export.format(), part);
        rows = begun;
        return begun;
    }

    private BrandPosts query() {
        return new BrandPosts(
                job.workspace(),
                export.brandId(),
                Optional.empty(),
                PostTraits.ANY,
                export.from(),
                export.to(),
                after,
                PAGE);
    }

    private void passed(List<PostAnalysis> page) {
        double fraction = progress.fraction();
        if (!page.isEmpty()) {
            PostAnalysis last = page.getLast();
            after = Optional.of(new Position(last.createdAt(), last.id()));
            double all = Duration.between(export.from(), export.to()).toMillis();
            double seen = Duration.between(last.createdAt(), export.to()).toMillis();
            fraction = all == 0 ? 0 : Math.clamp(seen / all, 0, 1);
        }
        progress = new Progress(fraction, progress.done() + page.size(), 0, 0, 0, 0);
    }

    private Step store(PostRows open) throws IOException {
        open.close();
        rows = null;
        Path whole = file;
        if (whole == null) {
            throw new IllegalStateException("an export that was written must have a file");
        }
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
        texts.close();
        try {
            if (rows != null) {
                rows.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove a file of this machine", e);
        }
    }
}
