package dev.earshot.bench;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parking;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.lambda.SqsBatch;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything that the posts function does with a batch (reading the messages, language, model,
 * brands, sealing, counting, answering) against the model alone on the same texts. The stores are
 * in memory, so that this measures our code and not an emulated database.
 */
final class HandlerRatio {
    private static final int ROUNDS = 15;
    private static final int TEXTS = 100;
    private static final int POSTS_PER_MESSAGE = 10;
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));

    private final Path models;
    private final List<String> texts;

    HandlerRatio(Path models, List<String> texts) {
        this.models = models;
        this.texts = texts.subList(0, Math.min(TEXTS, texts.size()));
    }

    void print(PrintStream out) throws Exception {
        TextReader reader = TextReaders.load(models, ComputeDevice.CPU);
        SQSEvent event = event();
        try (var model = PyTorchTextModel.load(models.resolve("text"), ComputeDevice.CPU)) {
            Rounds rounds =
                    Rounds.run(
                            ROUNDS,
                            List.of(
                                    new Rounds.Work(
                                            "posts function on "
                                                    + event.getRecords().size()
                                                    + " messages",
                                            () -> handle(reader, event)),
                                    new Rounds.Work(
                                            "model on the same texts",
                                            () -> model.analyse(texts))));
            out.println(
                    "Posts function on "
                            + texts.size()
                            + " posts, median of "
                            + ROUNDS
                            + " rounds");
            rounds.table().forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "  function / model                      %.3f wall, %.3f CPU (at most"
                            + " 1.15)%n%n",
                    rounds.ratio(0, 1),
                    rounds.cpuRatio(0, 1));
        }
    }

    private static void handle(TextReader reader, SQSEvent event) {
        var parked = new InMemoryParkedStore();
        var store = new InMemoryAnalysisStore();
        var brands = new InMemoryBrandStore();
        brands.put(new WorkspaceId("default"), Brand.named("acme", "Acme"));
        var analyse =
                new AnalysePosts(
                        new PostReader(new Pseudonymiser(new byte[32])),
                        new PostReadings(reader, CLOCK),
                        new Brands(brands),
                        store,
                        new Departures(
                                store, store, new InMemoryAuthorEnds(), (workspace, author) -> {}),
                        new InMemoryTextVault(),
                        new Parking(parked, "sqs"));
        List<PostMessage> messages =
                event.getRecords().stream()
                        .map(record -> SqsBatch.message(record, new WorkspaceId("default"), CLOCK))
                        .toList();
        List<Outcome> outcomes = analyse.handle(messages);
        if (!SqsBatch.response(event, outcomes).getBatchItemFailures().isEmpty()) {
            throw new IllegalStateException("a message was not handled: " + outcomes);
        }
    }

    private SQSEvent event() {
        var json = new ObjectMapper();
        List<SQSEvent.SQSMessage> messages = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += POSTS_PER_MESSAGE) {
            ArrayNode posts = json.createArrayNode();
            for (int i = from; i < Math.min(texts.size(), from + POSTS_PER_MESSAGE); i++) {
                posts.addObject()
                        .put("id", "t" + i)
                        .put("text", texts.get(i))
                        .put("createdAt", "2026-06-01T11:00:00Z")
                        .put("language", "en");
            }
            var message = new SQSEvent.SQSMessage();
            message.setMessageId("m" + from);
            message.setBody(posts.toString());
            messages.add(message);
        }
        var event = new SQSEvent();
        event.setRecords(messages);
        return event;
    }
}
