package dev.earshot.bench;

import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.video.VideoModel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.job.JobExecutions;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.PostReader;

import java.time.InstantSource;

/**
 * The worker's executions with empty stores in memory, so that a job's own time is what is
 * measured.
 */
final class InMemoryShop {
    static final DecodeLimits LIMITS = new DecodeLimits(1 << 20, 1_000, 64);

    private InMemoryShop() {}

    static JobExecutions of(
            MediaStore files,
            VideoModel videos,
            TextReader reader,
            Pseudonymiser pseudonymiser,
            JobExecutions.Limits limits) {
        InstantSource clock = InstantSource.system();
        var store = new InMemoryAnalysisStore();
        var brands = new Brands(new InMemoryBrandStore());
        return new JobExecutions(
                new JobExecutions.Tools(
                        files,
                        new PostFile(pseudonymiser, LIMITS),
                        new AnalysePosts(
                                new PostReader(pseudonymiser, LIMITS),
                                new PostReadings(reader, clock),
                                brands,
                                store,
                                store,
                                new InMemoryTextVault(),
                                new Parking(new InMemoryParkedStore(), "jobs")),
                        videos,
                        new MediaReadings(new MagicNumberVisionModel(), reader, clock),
                        brands,
                        new InMemoryMediaResults(),
                        new InMemoryDerivedFiles(),
                        new InMemoryJobStore(clock),
                        new InMemoryJobQueue()),
                limits);
    }
}
