package dev.earshot.usecase.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore.Claim;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.media.MediaEvent;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryLogoStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.testkit.usage.InMemoryUsageStore;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.CountedBrands;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests the use case on in-memory stores. */
final class AnalyseMediaTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final byte[] PICTURE =
            "\u00ff\u00d8\u00ffrest".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] VIDEO = "\0\0\0 ftypisom".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MAX_BYTES = 100;

    private final InMemoryMediaStore files = new InMemoryMediaStore();
    private final InMemoryMediaResults results = new InMemoryMediaResults();
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private final InMemoryJobQueue jobs = new InMemoryJobQueue();
    private final InMemoryJobStore states = new InMemoryJobStore(CLOCK);
    private final InMemoryDerivedFiles derived = new InMemoryDerivedFiles();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final InMemoryLogoStore logos = new InMemoryLogoStore();
    private final InMemoryUsageStore usage = new InMemoryUsageStore();

    @Test
    void handle_picture_isAnalysedWithItsTextAndBrands() {
        brands.put(WORKSPACE, Brand.named("coffee-co", "Good Coffee"));
        files.put("media/a.jpg", PICTURE);

        Outcome outcome = handle(jobs, created("media/a.jpg", "0A"));

        assertThat(outcome).isEqualTo(new Outcome.Done(false));
        MediaAnalysis stored = result("media/a.jpg").orElseThrow();
        assertThat(stored.status()).isEqualTo(new Status.Analysed(MagicNumberVisionModel.FINDINGS));
        assertThat(stored.textReading().orElseThrow().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(stored.brands()).containsExactly("coffee-co");
    }

    @Test
    void handle_video_becomesOneJobUnderAnIdThatRepeats() {
        files.put("media/clip.mp4", VIDEO);

        handle(jobs, created("media/clip.mp4", "0A"));
        handle(jobs, created("media/clip.mp4", "0A"));

        assertThat(jobs.jobs())
                .extracting(Job::id)
                .hasSize(2)
                .containsOnly(jobs.jobs().getFirst().id());
        assertThat(result("media/clip.mp4").orElseThrow().status())
                .isEqualTo(new Status.Queued(jobs.jobs().getFirst().id()));
        Job job = jobs.jobs().getFirst();
        assertThat(job.task()).isEqualTo(new Task.Video("media/clip.mp4", "0A"));
        assertThat(states.get(WORKSPACE, job.id()).orElseThrow().phase())
                .isEqualTo(JobState.Phase.QUEUED);
    }

    @Test
    void handle_pictureBeyondTheBudget_isLeftUnreadWithTheReasonAndReadLater() {
        usage.limit(WORKSPACE, UsageLimits.NONE.with(UsageKind.PICTURES, 0));
        files.put("media/a.jpg", PICTURE);
        files.put("media/clip.mp4", VIDEO);

        Outcome outcome = handle(jobs, created("media/a.jpg", "0A"));

        assertThat(outcome).isInstanceOf(Outcome.Poison.class);
        assertThat(((Status.Rejected) result("media/a.jpg").orElseThrow().status()).reason())
                .startsWith("left unread for the budget: the budget of 0 pictures for 2026-03");
        handle(jobs, created("media/clip.mp4", "0A"));
        assertThat(jobs.jobs()).hasSize(1);
        assertThat(handle(jobs, created("media/gone.jpg", "0A"))).isEqualTo(new Outcome.Done(true));

        usage.limit(WORKSPACE, UsageLimits.NONE);
        handle(jobs, created("media/a.jpg", "0A"));
        assertThat(result("media/a.jpg").orElseThrow().status())
                .isEqualTo(new Status.Analysed(MagicNumberVisionModel.FINDINGS));
    }

    @Test
    void handle_videoBeyondTheWorkersBudget_isLeftUnreadAndNoJob() {
        usage.limit(WORKSPACE, UsageLimits.NONE.with(UsageKind.WORKER, 0));
        files.put("media/clip.mp4", VIDEO);
        files.put("media/a.jpg", PICTURE);

        handle(jobs, created("media/clip.mp4", "0A"));
        handle(jobs, created("media/a.jpg", "0A"));

        assertThat(jobs.jobs()).isEmpty();
        assertThat(((Status.Rejected) result("media/clip.mp4").orElseThrow().status()).reason())
                .startsWith("left unread for the budget: the budget of 0 minutes of the worker");
        assertThat(result("media/a.jpg").orElseThrow().status())
                .isInstanceOf(Status.Analysed.class);
    }

    @Test
    void handle_videoWhoseJobIsDone_asksForNothing() throws LostHoldException {
        files.put("media/clip.mp4", VIDEO);
        handle(jobs, created("media/clip.mp4", "0A"));
        Claim.Taken taken =
                (Claim.Taken) states.claim(jobs.jobs().getFirst(), "m", Duration.ofSeconds(9), 0);
        states.end(taken.hold(), JobState.Phase.DONE, "", Progress.NONE);

        Outcome again = handle(jobs, created("media/clip.mp4", "0A"));

        assertThat(again).isEqualTo(new Outcome.Done(true));
        assertThat(jobs.jobs()).hasSize(1);
    }

    @Test
    void handle_removal_takesDerivedFilesAlong() {
        files.put("media/clip.mp4", VIDEO);
        handle(jobs, created("media/clip.mp4", "0A"));
        derived.put(WORKSPACE, "media/clip.mp4", "contact-sheet.jpg", new byte[] {1});

        handle(jobs, removed("media/clip.mp4", "0B"));

        assertThat(derived.get(WORKSPACE, "media/clip.mp4", "contact-sheet.jpg")).isEmpty();
    }

    @Test
    void handle_largeVideo_becomesAJobWithoutBeingRead() {
        byte[] large = new byte[MAX_BYTES + 1];
        System.arraycopy(VIDEO, 0, large, 0, VIDEO.length);
        files.put("media/long.mp4", large);

        handle(jobs, created("media/long.mp4", "0A"));

        assertThat(jobs.jobs()).hasSize(1);
    }

    @Test
    void handle_pictureThatIsTooLarge_isRejectedWithBothSizes() {
        byte[] large = new byte[MAX_BYTES + 1];
        System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);
        files.put("media/large.jpg", large);

        Outcome outcome = handle(jobs, created("media/large.jpg", "0A"));

        assertThat(outcome).isInstanceOf(Outcome.Poison.class);
        assertThat(result("media/large.jpg").orElseThrow().status())
                .isInstanceOfSatisfying(
                        Status.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("101").contains("100"));
    }

    @Test
    void handle_unreadableFile_keepsTheReason() {
        files.put("media/x.jpg", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(handle(jobs, created("media/x.jpg", "0A"))).isInstanceOf(Outcome.Poison.class);
        assertThat(result("media/x.jpg").orElseThrow().status())
                .isInstanceOf(Status.Rejected.class);
    }

    @Test
    void handle_fileThatIsGone_isDone() {
        assertThat(handle(jobs, created("media/gone.jpg", "0A"))).isEqualTo(new Outcome.Done(true));
        assertThat(result("media/gone.jpg")).isEmpty();
    }

    @Test
    void handle_removal_forgetsTheResult() {
        files.put("media/a.jpg", PICTURE);
        handle(jobs, created("media/a.jpg", "0A"));

        handle(jobs, removed("media/a.jpg", "0B"));

        assertThat(result("media/a.jpg")).isEmpty();
    }

    @Test
    void handle_failingJobQueue_isTriedAgainAndKeepsNoResult() {
        files.put("media/clip.mp4", VIDEO);
        JobQueue failing =
                job -> {
                    throw new StoreException("no answer from SQS", new RuntimeException("503"));
                };

        assertThat(handle(failing, created("media/clip.mp4", "0A")))
                .isInstanceOf(Outcome.Retry.class);
        assertThat(result("media/clip.mp4")).isEmpty();
    }

    @Test
    void handle_picture_isLookedAtOnceWithOneReadOfTheBrands() {
        brands.put(WORKSPACE, Brand.named("coffee-co", "Good Coffee"));
        logos.put(WORKSPACE, "coffee-co", List.of(new byte[] {1}));
        var registered = new CountedBrands(brands);
        var vision = new CountedVision();
        files.put("media/a.jpg", PICTURE);

        handle(jobs, registered, vision, created("media/a.jpg", "0A"));

        assertThat(registered.versions).hasValue(1);
        assertThat(registered.catalogues).hasValue(1);
        assertThat(vision.looks).hasValue(1);
        assertThat(vision.copies).hasValue(1);
        assertThat(vision.logos).extracting(LogoReference::brandId).containsExactly("coffee-co");
    }

    @Test
    void handle_picture_hasItsBlurredCopyBeforeItsResult() {
        files.put("media/a.jpg", PICTURE);
        var failing = new CountedVision();
        failing.blurring =
                () -> {
                    throw new StoreException("no answer from S3", null);
                };

        assertThat(handle(jobs, brands, failing, created("media/a.jpg", "0A")))
                .isInstanceOf(Outcome.Retry.class);
        assertThat(result("media/a.jpg")).isEmpty();

        handle(jobs, created("media/a.jpg", "0A"));
        assertThat(derived.get(WORKSPACE, "media/a.jpg", DerivedFiles.BLURRED))
                .hasValueSatisfying(
                        copy -> assertThat(copy).containsExactly((byte) 0xff, (byte) 0xd8));
    }

    @Test
    void handle_videoAndRefusedFile_haveNoBlurredCopy() {
        files.put("media/clip.mp4", VIDEO);
        files.put("media/x.zip", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));

        handle(jobs, created("media/clip.mp4", "0A"));
        handle(jobs, created("media/x.zip", "0A"));

        assertThat(derived.get(WORKSPACE, "media/clip.mp4", DerivedFiles.BLURRED)).isEmpty();
        assertThat(derived.get(WORKSPACE, "media/x.zip", DerivedFiles.BLURRED)).isEmpty();
    }

    @Test
    void handle_eventOlderThanTheResult_changesNothing() {
        files.put("media/a.jpg", PICTURE);
        handle(jobs, created("media/a.jpg", "0B"));

        assertThat(handle(jobs, created("media/a.jpg", "0A"))).isEqualTo(new Outcome.Done(true));
        assertThat(result("media/a.jpg").orElseThrow().version()).isEqualTo("0B");
    }

    @Test
    void handle_removalOlderThanTheResult_leavesResultAndCopy() {
        files.put("media/a.jpg", PICTURE);
        handle(jobs, created("media/a.jpg", "0B"));

        handle(jobs, removed("media/a.jpg", "0A"));

        assertThat(result("media/a.jpg")).isPresent();
        assertThat(derived.get(WORKSPACE, "media/a.jpg", DerivedFiles.BLURRED)).isPresent();
    }

    /** Counts analysed files and blurred copies. For one thread. */
    private static final class CountedVision implements VisionModel {
        private final MagicNumberVisionModel model = new MagicNumberVisionModel();
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger copies = new AtomicInteger();
        private final List<LogoReference> logos = new ArrayList<>();
        private Runnable blurring = copies::incrementAndGet;

        @Override
        public Look look(byte[] encoded, List<LogoReference> references) {
            looks.incrementAndGet();
            logos.addAll(references);
            return switch (model.look(encoded, references)) {
                case Look.Seen seen ->
                        new Look.Seen(
                                seen.findings(),
                                () -> {
                                    blurring.run();
                                    return seen.blurredCopy().get();
                                });
                case Look.Video video -> video;
                case Look.Refused refused -> refused;
            };
        }

        @Override
        public List<ModelVersion> versions() {
            return model.versions();
        }

        @Override
        public void close() {}
    }

    private Outcome handle(JobQueue queue, MediaEvent event) {
        return handle(queue, brands, new MagicNumberVisionModel(), event);
    }

    private Outcome handle(
            JobQueue queue, BrandStore registered, VisionModel vision, MediaEvent event) {
        TextReader reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        return new AnalyseMedia(
                        files,
                        new MediaReadings(vision, reader, CLOCK),
                        new Budget(usage, CLOCK),
                        new Brands(registered, logos),
                        results,
                        derived,
                        states,
                        queue,
                        MAX_BYTES,
                        CLOCK)
                .handle(event);
    }

    private static MediaEvent created(String key, String version) {
        return new MediaEvent.Created(WORKSPACE, key, version);
    }

    private static MediaEvent removed(String key, String version) {
        return new MediaEvent.Removed(WORKSPACE, key, version);
    }

    private Optional<MediaAnalysis> result(String key) {
        return results.get(WORKSPACE, key);
    }
}
