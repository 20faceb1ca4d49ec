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
import dev.earshot.core.store.MediaStore.Fetched;
import dev.earshot.core.store.StoreException;
import dev.earshot.usecase.media.MediaReadings.File;
import dev.earshot.usecase.post.Brands;

import java.time.InstantSource;

/**
 * Takes what the bucket says about files, one at a time, and decides the outcome. Thread-safe.
 *
 * <p>A refused file is never an error: its result says why, readable through the API. A video's job
 * is stored, then queued, then its result is kept: a crash in between queues it again under the
 * same id, which is one job.
 */
public final class AnalyseMedia {
    private final MediaStore files;
    private final MediaReadings readings;
    private final Brands brands;
    private final MediaResults results;
    private final DerivedFiles derived;
    private final JobStore jobs;
    private final JobQueue queue;
    private final long maxBytes;
    private final InstantSource clock;

    /**
     * @param maxBytes the largest picture that is read into memory
     */
    public AnalyseMedia(
            MediaStore files,
            MediaReadings readings,
            Brands brands,
            MediaResults results,
            DerivedFiles derived,
            JobStore jobs,
            JobQueue queue,
            long maxBytes,
            InstantSource clock) {
        this.files = files;
        this.readings = readings;
        this.brands = brands;
        this.results = results;
        this.derived = derived;
        this.jobs = jobs;
        this.queue = queue;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Handles one event. Throws nothing of a service's. */
    public Outcome handle(MediaEvent event) {
        try {
            return switch (event) {
                case MediaEvent.Removed removed -> {
                    results.delete(removed.workspace(), removed.key(), removed.version());
                    // Unless a later upload has taken its place already.
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
        return switch (files.fetch(file.key(), maxBytes)) {
            case Fetched.Missing missing -> new Outcome.Done(true);
            case Fetched.Content content -> keepWithCopy(file, content.bytes());
            case Fetched.TooLarge large -> {
                MediaAnalysis ofHead = look(file, large.head());
                yield keep(
                        file,
                        ofHead.status() instanceof MediaAnalysis.Status.Queued
                                ? ofHead
                                : readings.rejected(
                                        file, MediaReadings.tooLarge(large.bytes(), maxBytes)));
            }
        };
    }

    private MediaAnalysis look(File file, byte[] bytes) {
        return readings.read(
                file, bytes, brands.matcher(file.workspace()), brands.logos(file.workspace()));
    }

    /**
     * The blurred copy is there before the result is, so that whoever sees the one gets the other.
     */
    private Outcome keepWithCopy(File file, byte[] bytes) {
        MediaAnalysis analysis = look(file, bytes);
        if (analysis.status() instanceof MediaAnalysis.Status.Analysed) {
            readings.blurred(bytes)
                    .ifPresent(
                            copy ->
                                    derived.put(
                                            file.workspace(),
                                            file.key(),
                                            DerivedFiles.BLURRED,
                                            copy));
        }
        return keep(file, analysis);
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

    /** An event that comes again after its job is done asks for nothing. */
    private boolean ended(Job job) {
        return jobs.get(job.workspace(), job.id())
                .filter(state -> state.phase().ended())
                .isPresent();
    }
}
