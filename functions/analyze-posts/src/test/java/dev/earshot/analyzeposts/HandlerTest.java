package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.MessageVisibility;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.lambda.Redelivery;
import dev.earshot.lambda.Services;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

class HandlerTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final InMemoryParkedStore parked = new InMemoryParkedStore();
    private final RecordingContext context = new RecordingContext();
    private final Map<String, Duration> hidden = new HashMap<>();
    private MessageVisibility visibility = hidden::put;

    @BeforeEach
    void registerBrand() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void handleRequest_faultOfTheDecoderOnOneMessage_failsThatMessageAlone(RuntimeException fault) {
        SQSBatchResponse response =
                handler(fault).handleRequest(batch("m1", "faulty", "m3"), context);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("faulty");
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10)).isEmpty();
        assertThat(store.post(WORKSPACE, id("m1"))).isPresent();
        assertThat(store.post(WORKSPACE, id("m3"))).isPresent();
        assertThat(context.lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("message left on the queue")
                                        .contains(fault.getClass().getSimpleName()));
    }

    private static Stream<RuntimeException> faults() {
        return Stream.of(
                new IllegalStateException("a planted fault"),
                new IllegalArgumentException("createdAt must lie between 1990 and 2100"),
                new NullPointerException("a planted fault"),
                new FieldException("text", "was not checked where its record is accounted for"));
    }

    @Test
    void handleRequest_messageThatMustComeAgain_isHiddenForLongerTheMoreOftenItFailed() {
        for (int receives = 1; receives <= 3; receives++) {
            SQSEvent event = batch("m1", "faulty");
            event.getRecords()
                    .getLast()
                    .setAttributes(
                            Map.of(
                                    "SentTimestamp",
                                    String.valueOf(NOW.toEpochMilli()),
                                    "ApproximateReceiveCount",
                                    String.valueOf(receives)));
            event.getRecords().getLast().setReceiptHandle("receipt-" + receives);
            handler(new IllegalStateException("a planted fault")).handleRequest(event, context);
        }

        assertThat(hidden).containsOnlyKeys("receipt-1", "receipt-2", "receipt-3");
        assertThat(hidden.get("receipt-1")).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(hidden.get("receipt-2"))
                .isBetween(Duration.ofSeconds(11), Duration.ofSeconds(15));
        assertThat(hidden.get("receipt-3"))
                .isBetween(Duration.ofSeconds(33), Duration.ofSeconds(45));
        assertThat(context.lines())
                .anySatisfy(line -> assertThat(line).contains("\"receives\":3", "\"againInMs\""));
    }

    @Test
    void handleRequest_batch_tellsMetricsOfWhatIsNew() {
        handler(new IllegalStateException()).handleRequest(batch("m1", "m2"), context);

        assertThat(context.lines().getLast())
                .startsWith("{\"_aws\":{\"Timestamp\":")
                .contains(
                        "\"Namespace\":\"Earshot/Posts\",\"Dimensions\":[[\"function\"]]",
                        "\"posts\":2.0",
                        "\"verdicts\":2.0",
                        "\"abstentions\":0.0",
                        "\"retried\":0.0",
                        "\"age\":3.0",
                        "\"writeUnits\":4.5",
                        "\"model\":\"");
    }

    @Test
    void handleRequest_queueThatCannotHide_stillNamesTheMessage() {
        visibility =
                (receipt, time) -> {
                    throw new StoreException("hide a message", new IllegalStateException("away"));
                };

        SQSBatchResponse response =
                handler(new IllegalStateException("a planted fault"))
                        .handleRequest(batch("faulty"), context);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("faulty");
        assertThat(context.lines()).anySatisfy(line -> assertThat(line).contains("notHidden"));
    }

    @Test
    void handleRequest_recordThatIsRefused_isParkedAndNotDeliveredAgain() {
        SQSEvent event = batch("m1");
        event.getRecords().add(message("m2", "{\"id\":\"a b\",\"text\":\"Acme\"}"));

        SQSBatchResponse response =
                handler(new IllegalStateException()).handleRequest(event, context);

        assertThat(response.getBatchItemFailures()).isEmpty();
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10))
                .singleElement()
                .satisfies(
                        item ->
                                assertThat(item.reason())
                                        .isEqualTo(
                                                "post id must hold no slash and no white space,"
                                                        + " got 'a b'"));
    }

    /** A handler whose decoder fails on the message with the id "faulty". */
    private Handler handler(RuntimeException fault) {
        byte[] key = "a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8);
        PostDecoder sound = new PostReader(new Pseudonymiser(key));
        Parking parking = new Parking(parked, "sqs");
        TextReader reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        var counted = new CountedStore(store);
        AnalysePosts analyse =
                new AnalysePosts(
                        new FaultyDecoder(sound, fault),
                        new PostReadings(reader, InstantSource.fixed(NOW)),
                        new Brands(brands),
                        counted,
                        new Departures(
                                store, store, new InMemoryAuthorEnds(), (workspace, author) -> {}),
                        new InMemoryTextVault(),
                        parking);
        return new Handler(
                new PostsIntake(analyse, parking, WORKSPACE, InstantSource.fixed(NOW)),
                new PostMetrics(
                        counted,
                        () -> new Services.Units(2, 4.5),
                        InstantSource.fixed(NOW.plusSeconds(3))),
                new Redelivery(visibility, new RedeliveryWait(new Random(7))));
    }

    private static SQSEvent batch(String... ids) {
        SQSEvent event = new SQSEvent();
        event.setRecords(
                new ArrayList<>(
                        Stream.of(ids)
                                .map(
                                        id ->
                                                message(
                                                        id,
                                                        "{\"id\":\"%s\",\"text\":\"Acme is good\"}"
                                                                .formatted(id)))
                                .toList()));
        return event;
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", String.valueOf(NOW.toEpochMilli())));
        return message;
    }

    private static PostId id(String nativeId) {
        return new PostId(Platform.UPLOAD, nativeId);
    }

    /** Decodes every message but one. */
    private record FaultyDecoder(PostDecoder sound, RuntimeException fault) implements PostDecoder {
        @Override
        public List<Decoded> decode(PostMessage message) {
            if (message.id().equals("faulty")) {
                throw fault;
            }
            return sound.decode(message);
        }
    }
}
