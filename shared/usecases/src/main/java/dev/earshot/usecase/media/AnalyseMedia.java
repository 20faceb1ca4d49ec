package dev.earshot.usecase.media;

import dev.earshot.core.Outcome;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaEvent;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.usecase.media.MediaReadings.File;
import dev.earshot.usecase.post.Brands;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Handles the bucket's events about files, one at a time, and decides the outcome. Thread-safe.
 *
 * <p>A refused file is not an error: its result says why, and the API shows it. A video's job is
 * stored, then queued, then its result is kept: after a crash in between it is queued again under
 * the same id, which is the same job.
 */
public final class AnalyseMedia {
    private final StoredFileReadings readings;
    private final MediaReadings models;
    private final Budget budget;
    private final MediaResults results;
    private final DerivedFiles derived;
    private final JobStore jobs;
    private final JobQueue queue;
    private final InstantSource clock;

    /**
     * @param budget decides whether a file is read at all
     * @param maxBytes the largest picture that is read into memory
     */
    public AnalyseMedia(
            MediaStore files,
            MediaReadings models,
            Budget budget,
            Brands brands,
            MediaResults results,
            DerivedFiles derived,
            JobStore jobs,
            JobQueue queue,
            long maxBytes,
            InstantSource clock) {
        this.readings = new StoredFileReadings(files, models, brands, derived, maxBytes);
        this.models = models;
        this.budget = budget;
        this.results = results;
        this.derived = derived;
        this.jobs = jobs;
        this.queue = queue;
        this.clock = clock;
    }

    /** Handles one event. Never throws for a service failure. */
    public Outcome handle(MediaEvent event) {
        try {
            return switch (event) {
                case MediaEvent.Removed removed -> {
                    results.delete(removed.workspace(), removed.key(), removed.version());
                    // Unless a later upload has already replaced it.
                    if (results.get(removed.workspace(), removed.key()).isEmpty()) {
                        derived.delete(removed.workspace(), removed.key());
                    }
                    yield new Outcome.Done(false);
                }
                case MediaEvent.Created created ->
                        analyse(new File(created.workspace(), created.key(), created.version()));
            };
        } catch (StoreException e) {
            return new Outcome.Retry(e);
        }
    }

    private Outcome analyse(File file) {
        return read(file)
                .map(analysis -> keep(file, analysis))
                .orElseGet(() -> new Outcome.Done(true));
    }

    /** The result for a file, which stays unread once the month's budget for its kind is spent. */
    private Optional<MediaAnalysis> read(File file) {
        Optional<MediaAnalysis> result =
                leftUnread(file, UsageKind.PICTURES)
                        .map(reason -> readings.unread(file, reason))
                        .orElseGet(() -> readings.read(file));
        return result.map(
                analysis ->
                        analysis.status() instanceof MediaAnalysis.Status.Queued
                                ? leftUnread(file, UsageKind.WORKER)
                                        .map(reason -> models.rejected(file, reason))
                                        .orElse(analysis)
                                : analysis);
    }

    private Optional<String> leftUnread(File file, UsageKind kind) {
        return budget.spent(file.workspace(), kind)
                .map(
                        why ->
                                "left unread for the budget: "
                                        + why
                                        + "; then POST /v1/jobs with its key as prefix reads it");
    }

    private Outcome keep(File file, MediaAnalysis analysis) {
        if (analysis.status() instanceof MediaAnalysis.Status.Queued queued) {
            Job job =
                    new Job(
                            queued.jobId(),
                            file.workspace(),
                            new Task.Video(file.key(), file.version()),
                            clock.instant());
            if (!jobs.create(job) && ended(job)) {
                return new Outcome.Done(true);
            }
            queue.submit(job);
        }
        boolean kept = results.put(analysis);
        return analysis.status() instanceof MediaAnalysis.Status.Rejected rejected
                ? new Outcome.Poison(rejected.reason())
                : new Outcome.Done(!kept);
    }

    /** An event redelivered after its job has ended needs nothing more. */
    private boolean ended(Job job) {
        return jobs.get(job.workspace(), job.id())
                .filter(state -> state.phase().ended())
                .isPresent();
    }
}
