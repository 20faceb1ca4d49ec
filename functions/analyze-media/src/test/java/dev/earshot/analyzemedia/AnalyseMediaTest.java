package dev.earshot.analyzemedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;

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
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.lambda.S3Events;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.usecase.media.AnalyseMedia;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.Brands;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

class AnalyseMediaTest {
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

    @Test
    void handle_pictureUnderAnOddKey_isAnalysedWithItsTextAndBrands() {
        brands.put(WORKSPACE, Brand.named("coffee-co", "Good Coffee"));
        files.put("media/my photo+1 \u2615.jpg", PICTURE);

        Outcome outcome =
                handle(jobs, "ObjectCreated:Put", "media/my+photo%2B1+%E2%98%95.jpg", "0A");

        assertThat(outcome).isEqualTo(new Outcome.Done(false));
        MediaAnalysis stored = result("media/my photo+1 \u2615.jpg").orElseThrow();
        assertThat(stored.status()).isEqualTo(new Status.Analysed(MagicNumberVisionModel.FINDINGS));
        assertThat(stored.textReading().orElseThrow().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(stored.brands()).containsExactly("coffee-co");
    }

    @Test
    void handle_video_becomesOneJobUnderAnIdThatRepeats() {
        files.put("media/clip.mp4", VIDEO);

        handle(jobs, "ObjectCreated:Put", "media/clip.mp4", "0A");
        handle(jobs, "ObjectCreated:Put", "media/clip.mp4", "0A");

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
    void handle_videoWhoseJobIsDone_asksForNothing() throws LostHoldException {
        files.put("media/clip.mp4", VIDEO);
        handle(jobs, "ObjectCreated:Put", "media/clip.mp4", "0A");
        Claim.Taken taken =
                (Claim.Taken) states.claim(jobs.jobs().getFirst(), "m", Duration.ofSeconds(9), 0);
        states.end(taken.hold(), JobState.Phase.DONE, "", Progress.NONE);

        Outcome again = handle(jobs, "ObjectCreated:Put", "media/clip.mp4", "0A");

        assertThat(again).isEqualTo(new Outcome.Done(true));
        assertThat(jobs.jobs()).hasSize(1);
    }

    @Test
    void handle_removal_takesDerivedFilesAlong() {
        files.put("media/clip.mp4", VIDEO);
        handle(jobs, "ObjectCreated:Put", "media/clip.mp4", "0A");
        derived.put(WORKSPACE, "media/clip.mp4", "contact-sheet.jpg", new byte[] {1});

        handle(jobs, "ObjectRemoved:Delete", "media/clip.mp4", "0B");

        assertThat(derived.get(WORKSPACE, "media/clip.mp4", "contact-sheet.jpg")).isEmpty();
    }

    @Test
    void handle_largeVideo_becomesAJobWithoutBeingRead() {
        byte[] large = new byte[MAX_BYTES + 1];
        System.arraycopy(VIDEO, 0, large, 0, VIDEO.length);
        files.put("media/long.mp4", large);

        handle(jobs, "ObjectCreated:Put", "media/long.mp4", "0A");

        assertThat(jobs.jobs()).hasSize(1);
    }

    @Test
    void handle_pictureThatIsTooLarge_isRejectedWithBothSizes() {
        byte[] large = new byte[MAX_BYTES + 1];
        System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);
        files.put("media/large.jpg", large);

        Outcome outcome = handle(jobs, "ObjectCreated:Put", "media/large.jpg", "0A");

        assertThat(outcome).isInstanceOf(Outcome.Poison.class);
        assertThat(result("media/large.jpg").orElseThrow().status())
                .isInstanceOfSatisfying(
                        Status.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("101").contains("100"));
    }

    @Test
    void handle_unreadableFile_keepsTheReason() {
        files.put("media/x.jpg", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(handle(jobs, "ObjectCreated:Put", "media/x.jpg", "0A"))
                .isInstanceOf(Outcome.Poison.class);
        assertThat(result("media/x.jpg").orElseThrow().status())
                .isInstanceOf(Status.Rejected.class);
    }

    @Test
    void handle_fileThatIsGone_isDone() {
        assertThat(handle(jobs, "ObjectCreated:Put", "media/gone.jpg", "0A"))
                .isEqualTo(new Outcome.Done(true));
        assertThat(result("media/gone.jpg")).isEmpty();
    }

    @Test
    void handle_removal_forgetsTheResult() {
        files.put("media/a.jpg", PICTURE);
        handle(jobs, "ObjectCreated:Put", "media/a.jpg", "0A");

        handle(jobs, "ObjectRemoved:Delete", "media/a.jpg", "0B");

        assertThat(result("media/a.jpg")).isEmpty();
    }

    @Test
    void handle_failingJobQueue_isTriedAgainAndKeepsNoResult() {
        files.put("media/clip.mp4", VIDEO);
        JobQueue failing =
                job -> {
                    throw new StoreException("no answer from SQS", new RuntimeException("503"));
                };

        assertThat(handle(failing, "ObjectCreated:Put", "media/clip.mp4", "0A"))
                .isInstanceOf(Outcome.Retry.class);
        assertThat(result("media/clip.mp4")).isEmpty();
    }

    private Outcome handle(JobQueue queue, String eventName, String encodedKey, String sequencer) {
        TextReader reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        AnalyseMedia analyse =
                new AnalyseMedia(
                        files,
                        new MediaReadings(new MagicNumberVisionModel(), reader, CLOCK),
                        new Brands(brands),
                        results,
                        derived,
                        states,
                        queue,
                        MAX_BYTES,
                        CLOCK);
        return analyse.handle(
                S3Events.mediaEvent(record(eventName, encodedKey, sequencer), WORKSPACE));
    }

    private Optional<MediaAnalysis> result(String key) {
        return results.get(WORKSPACE, key);
    }

    private static S3EventNotificationRecord record(
            String eventName, String key, String sequencer) {
        S3ObjectEntity object = new S3ObjectEntity(key, 7L, "etag", null, sequencer);
        S3BucketEntity bucket = new S3BucketEntity("media", null, "arn:aws:s3:::media");
        S3Entity s3 = new S3Entity("c", bucket, object, "1.0");
        return new S3EventNotificationRecord(
                "eu-central-1",
                eventName,
                "aws:s3",
                "2026-03-01T10:00:00Z",
                "2.1",
                null,
                null,
                s3,
                null);
    }
}
