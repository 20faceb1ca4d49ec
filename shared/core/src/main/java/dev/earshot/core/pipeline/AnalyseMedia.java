package dev.earshot.core.pipeline;

import dev.earshot.core.Outcome;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaEvent;
import dev.earshot.core.pipeline.MediaReadings.File;
import dev.earshot.core.store.JobQueue;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Fetched;
import dev.earshot.core.store.StoreException;
import java.time.InstantSource;

/**
 * Takes what the bucket says about files, one at a time, and decides the outcome. Thread-safe.
 *
 * <p>A refused file is never an error: its result says why, readable through the API. A video's job
 * is queued before its result is kept, so a crash between the two queues it again under the same id.
 */
public final class AnalyseMedia {
    private final MediaStore files;
    private final MediaReadings readings;
    private final Brands brands;
    private final MediaResults results;
    private final JobQueue jobs;
    private final long maxBytes;
    private final InstantSource clock;

    /** @param maxBytes the largest picture that is read into memory */
    public AnalyseMedia(
            MediaStore files,
            MediaReadings readings,
            Brands brands,
            MediaResults results,
            JobQueue jobs,
            long maxBytes,
            InstantSource clock) {
        this.files = files;
        this.readings = readings;
        this.brands = brands;
        this.results = results;
        this.jobs = jobs;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Handles one event. Throws nothing of a service's. */
    public Outcome handle(MediaEvent event) {
        try {
            return switch (event) {
                case MediaEvent.Removed removed -> {
                    results.delete(removed.workspace(), removed.key(), removed.version());
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
            case Fetched.Content content -> keep(file, look(file, content.bytes()));
            case Fetched.TooLarge large -> {
                MediaAnalysis ofHead = look(file, large.head());
                yield keep(
                        file,
                        ofHead.status() instanceof MediaAnalysis.Status.Queued
                                ? ofHead
                                : readings.rejected(
                                        file,
                                        "the file has " + large.bytes() + " bytes, more than the "
                                                + maxBytes + " that a picture may have"));
            }
        };
    }

    private MediaAnalysis look(File file, byte[] bytes) {
        return readings.read(file, bytes, brands.matcher(file.workspace()));
    }

    private Outcome keep(File file, MediaAnalysis analysis) {
        if (analysis.status() instanceof MediaAnalysis.Status.Queued queued) {
            jobs.submit(
                    new JobQueue.Job(
                            queued.jobId(), "video", file.workspace(), file.key(), clock.instant()));
        }
        boolean kept = results.put(analysis);
        return analysis.status() instanceof MediaAnalysis.Status.Rejected rejected
                ? new Outcome.Poison(rejected.reason())
                : new Outcome.Done(!kept);
    }
}
