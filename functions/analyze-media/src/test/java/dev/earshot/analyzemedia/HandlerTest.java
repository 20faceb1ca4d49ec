package dev.earshot.analyzemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.usage.Budget;
import dev.earshot.lambda.Redelivery;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.testkit.usage.InMemoryUsageStore;
import dev.earshot.usecase.media.AnalyseMedia;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.Brands;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

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
    private final Map<String, Duration> hidden = new HashMap<>();
    private final RecordingContext context = new RecordingContext();

    @Test
    void handleRequest_formEncodedKey_isDecoded() {
        files.put("media/my photo+1 \u2615.jpg", PICTURE);

        handle("media/my+photo%2B1+%E2%98%95.jpg");

        assertThat(results.get(DEFAULT, "media/my photo+1 \u2615.jpg").orElseThrow().status())
                .isEqualTo(new Status.Analysed(MagicNumberVisionModel.FINDINGS));
        assertThat(context.lines()).hasSize(2);
        assertThat(context.lines().getFirst()).contains("\"outcome\":\"Done\"");
        assertThat(context.lines().getLast())
                .contains("\"Namespace\":\"Earshot/Media\"", "\"files\":1.0", "\"retried\":0.0");
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
        assertThat(context.lines()).hasSize(3);
        assertThat(context.lines().getFirst()).contains("\"outcome\":\"Retry\"");
        assertThat(context.lines().get(1)).contains("\"outcome\":\"Done\"");
        assertThat(context.lines().getLast()).contains("\"files\":1.0", "\"retried\":1.0");
    }

    @Test
    void handleRequest_messagesOfTheQueue_nameThoseThatFailedAlone() {
        files.put("media/clip.mp4", VIDEO);
        files.put("media/a.jpg", PICTURE);

        SQSBatchResponse response =
                handler()
                        .handleRequest(
                                Map.of(
                                        "Records",
                                        List.of(
                                                message("1", notification("media/clip.mp4")),
                                                message("2", notification("media/a.jpg")),
                                                message("3", "{\"Event\":\"s3:TestEvent\"}"),
                                                message("4", "no notification"))),
                                context);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("1", "4");
        assertThat(results.get(DEFAULT, "media/a.jpg")).isPresent();
        // The third time that it failed: 5 s, then 15, then 45, each less a quarter at most.
        assertThat(hidden.get("receipt-1"))
                .isBetween(Duration.ofMillis(33_750), Duration.ofSeconds(45));
        assertThat(hidden).doesNotContainKey("receipt-2");
        assertThat(context.lines())
                .anyMatch(
                        line ->
                                line.contains("message left on the queue")
                                        && line.contains("BadField"));
    }

    private static Map<String, Object> message(String id, String body) {
        return Map.of(
                "messageId",
                id,
                "receiptHandle",
                "receipt-" + id,
                "attributes",
                Map.of("ApproximateReceiveCount", "3"),
                "body",
                body);
    }

    private static String notification(String key) {
        return "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\""
                + key
                + "\",\"sequencer\":\"0A\"}}}]}";
    }

    private void handle(String... encodedKeys) {
        handler()
                .handleRequest(
                        Map.of(
                                "Records",
                                Stream.of(encodedKeys).map(HandlerTest::created).toList()),
                        context);
    }

    private Handler handler() {
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
                        new Budget(new InMemoryUsageStore(), CLOCK),
                        new Brands(new InMemoryBrandStore()),
                        results,
                        new InMemoryDerivedFiles(),
                        new InMemoryJobStore(CLOCK),
                        failing,
                        100,
                        CLOCK);
        return new Handler(
                analyse,
                new Redelivery(hidden::put, new RedeliveryWait(new Random(7))),
                DEFAULT,
                CLOCK);
    }

    private static Map<String, Object> created(String key) {
        return Map.of(
                "eventName",
                "ObjectCreated:Put",
                "s3",
                Map.of("object", Map.of("key", key, "sequencer", "0A")));
    }
}
