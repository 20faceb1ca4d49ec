package dev.earshot.analyzemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.usecase.media.AnalyseMedia;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.Brands;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Between S3's notifications and the use case: keys, workspaces, and failures. */
final class HandlerTest {
    private static final WorkspaceId DEFAULT = new WorkspaceId("default");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final byte[] PICTURE =
            "\u00ff\u00d8\u00ffrest".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] VIDEO = "\0\0\0 ftypisom".getBytes(StandardCharsets.ISO_8859_1);

    private final InMemoryMediaStore files = new InMemoryMediaStore();
    private final InMemoryMediaResults results = new InMemoryMediaResults();
    private final RecordingContext context = new RecordingContext();

    @Test
    void handleRequest_formEncodedKey_isDecoded() {
        files.put("media/my photo+1 \u2615.jpg", PICTURE);

        handle("media/my+photo%2B1+%E2%98%95.jpg");

        assertThat(results.get(DEFAULT, "media/my photo+1 \u2615.jpg").orElseThrow().status())
                .isEqualTo(new Status.Analysed(MagicNumberVisionModel.FINDINGS));
        assertThat(context.lines()).singleElement().asString().contains("\"outcome\":\"Done\"");
    }

    @Test
    void handleRequest_keyOfAWorkspace_isKeptThere() {
        String key = "media/acme/" + "0".repeat(32) + "/a.jpg";
        files.put(key, PICTURE);

        handle(key);

        assertThat(results.get(new WorkspaceId("acme"), key)).isPresent();
        assertThat(results.get(DEFAULT, key)).isEmpty();
    }

    @Test
    void handleRequest_failureAmongOthers_isThrownAfterAllWereHandled() {
        files.put("media/clip.mp4", VIDEO);
        files.put("media/a.jpg", PICTURE);

        assertThatThrownBy(() -> handle("media/clip.mp4", "media/a.jpg"))
                .isInstanceOf(MediaRetryException.class)
                .hasMessageContaining("no answer from SQS")
                .hasCauseInstanceOf(StoreException.class);

        assertThat(results.get(DEFAULT, "media/a.jpg")).isPresent();
        assertThat(results.get(DEFAULT, "media/clip.mp4")).isEmpty();
        assertThat(context.lines()).hasSize(2);
        assertThat(context.lines().getFirst()).contains("\"outcome\":\"Retry\"");
        assertThat(context.lines().getLast()).contains("\"outcome\":\"Done\"");
    }

    private void handle(String... encodedKeys) {
        JobQueue failing =
                job -> {
                    throw new StoreException("no answer from SQS", new RuntimeException("503"));
                };
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        var analyse =
                new AnalyseMedia(
                        files,
                        new MediaReadings(new MagicNumberVisionModel(), reader, CLOCK),
                        new Brands(new InMemoryBrandStore()),
                        results,
                        new InMemoryDerivedFiles(),
                        new InMemoryJobStore(CLOCK),
                        failing,
                        100,
                        CLOCK);
        new Handler(analyse, DEFAULT)
                .handleRequest(
                        new S3Event(
                                List.of(encodedKeys).stream().map(HandlerTest::created).toList()),
                        context);
    }

    private static S3EventNotificationRecord created(String key) {
        S3ObjectEntity object = new S3ObjectEntity(key, 7L, "etag", null, "0A");
        S3BucketEntity bucket = new S3BucketEntity("media", null, "arn:aws:s3:::media");
        return new S3EventNotificationRecord(
                "eu-central-1",
                "ObjectCreated:Put",
                "aws:s3",
                "2026-03-01T10:00:00Z",
                "2.1",
                null,
                null,
                new S3Entity("c", bucket, object, "1.0"),
                null);
    }
}
