package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
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

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Between SQS and the use case: workspaces, places in the batch, and the answer to Lambda. */
final class PostsIntakeTest {
    private static final WorkspaceId DEFAULT = new WorkspaceId("default");
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    private final InMemoryParkedStore parked = new InMemoryParkedStore();

    @Test
    void handle_messageWithAWorkspace_isKeptThere() {
        SQSMessage named = in("acme", message("m1", post("p1")));

        assertThat(intake(parked).handle(List.of(named, message("m2", post("p2"))), () -> true))
                .containsExactly(new Outcome.Done(false), new Outcome.Done(false));
        assertThat(store.post(ACME, id("p1"))).isPresent();
        assertThat(store.post(DEFAULT, id("p1"))).isEmpty();
        assertThat(store.post(DEFAULT, id("p2"))).isPresent();
    }

    @Test
    void handle_badWorkspace_isParkedUnderTheDefault() {
        SQSMessage message = in("No Such!", message("m1", post("p1")));

        assertThat(intake(parked).handle(List.of(message), () -> true))
                .singleElement()
                .isInstanceOf(Outcome.Poison.class);
        assertThat(parked.list(DEFAULT, Optional.empty(), 10))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.path()).isEqualTo("messageAttributes.workspace");
                            assertThat(item.reason()).contains("No Such!");
                        });
    }

    @Test
    void handle_badWorkspaceAmongGoodOnes_leavesEachOutcomeInItsPlace() {
        List<Outcome> outcomes =
                intake(parked)
                        .handle(
                                List.of(
                                        message("m1", post("p1")),
                                        in("No Such!", message("m2", post("p2"))),
                                        message("m3", "{"),
                                        message("m4", post("p4"))),
                                () -> true);

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Done", "Poison", "Poison", "Done");
        assertThat(store.post(DEFAULT, id("p2"))).isEmpty();
    }

    @Test
    void handle_badWorkspaceThatCannotBeParked_comesAgain() {
        assertThat(
                        intake(new FailingParkedStore())
                                .handle(
                                        List.of(in("No Such!", message("m1", post("p1")))),
                                        () -> true))
                .singleElement()
                .isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void handleRequest_messagesToRetry_areNamedAndLogged() {
        var event = new SQSEvent();
        event.setRecords(
                List.of(message("m1", post("p1")), in("No Such!", message("m2", post("p2")))));
        var context = new RecordingContext();

        SQSBatchResponse response =
                new Handler(
                                intake(new FailingParkedStore()),
                                new PostMetrics(
                                        new CountedStore(store),
                                        () -> new Services.Units(0, 0),
                                        InstantSource.fixed(NOW)),
                                new Redelivery(
                                        (receipt, hidden) -> {}, new RedeliveryWait(new Random(7))))
                        .handleRequest(event, context);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("m2");
        assertThat(context.lines()).hasSize(3);
        assertThat(context.lines().getFirst()).contains("message left on the queue");
        assertThat(context.lines().get(1))
                .contains("\"messages\":2", "\"retried\":1", "\"parked\":0");
    }

    /** As large as an event of Lambda's may be: 6 MB, in a hundred messages. */
    private static List<SQSMessage> fullEvent() {
        List<SQSMessage> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            StringBuilder posts = new StringBuilder("{\"posts\":[");
            for (int k = 0; posts.length() < 60_000; k++) {
                posts.append(k == 0 ? "" : ",").append(post("p" + i + "-" + k));
            }
            messages.add(message("m" + i, posts.append("]}").toString()));
        }
        return messages;
    }

    @Test
    void handle_fullEvent_isWorkedOnInPortionsAndDone() {
        var asked = new AtomicInteger();

        assertThat(intake(parked).handle(fullEvent(), () -> asked.incrementAndGet() > 0))
                .hasSize(100)
                .containsOnly(new Outcome.Done(false));
        assertThat(store.post(DEFAULT, id("p99-0"))).isPresent();
        // Eight messages of 60,000 characters are a portion.
        assertThat(asked).hasValue(12);
    }

    @Test
    void handle_fullEventWithoutTime_leavesWhatComesAfterThePortionsOnTheQueue() {
        var portions = new AtomicInteger();

        List<Outcome> outcomes =
                intake(parked).handle(fullEvent(), () -> portions.incrementAndGet() < 3);

        assertThat(outcomes.subList(0, 24)).containsOnly(new Outcome.Done(false));
        assertThat(outcomes.subList(24, 100))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Retry.class));
        assertThat(store.post(DEFAULT, id("p24-0"))).isEmpty();
    }

    private PostsIntake intake(ParkedStore refused) {
        InstantSource clock = InstantSource.fixed(NOW);
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        byte[] key = "a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8);
        Parking parking = new Parking(refused, "sqs");
        return new PostsIntake(
                new AnalysePosts(
                        new PostReader(new Pseudonymiser(key)),
                        new PostReadings(reader, clock),
                        new Brands(new InMemoryBrandStore()),
                        store,
                        new Departures(
                                store, store, new InMemoryAuthorEnds(), (workspace, author) -> {}),
                        new InMemoryTextVault(),
                        parking),
                parking,
                DEFAULT,
                clock);
    }

    private static PostId id(String nativeId) {
        return new PostId(Platform.UPLOAD, nativeId);
    }

    private static String post(String id) {
        return "{\"id\":\"%s\",\"text\":\"good\",\"createdAt\":\"2026-03-01T09:30:00Z\"}"
                .formatted(id);
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", String.valueOf(NOW.toEpochMilli())));
        return message;
    }

    private static SQSMessage in(String workspace, SQSMessage message) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setStringValue(workspace);
        message.setMessageAttributes(Map.of("workspace", attribute));
        return message;
    }

    /** Answers nothing but 503. */
    private static final class FailingParkedStore implements ParkedStore {
        @Override
        public void park(Parked item) {
            throw new StoreException("no answer from S3", new RuntimeException("503"));
        }

        @Override
        public List<Parked> list(WorkspaceId workspace, Optional<Parked> after, int limit) {
            return List.of();
        }

        @Override
        public Optional<Parked> get(WorkspaceId workspace, String id) {
            return Optional.empty();
        }
    }
}
