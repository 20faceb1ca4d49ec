package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.BeforeEach;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * In-memory stores around the use case, with the real decoder, a model of keywords and a brand
 * "acme".
 */
abstract class PostsFixture {
    static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant DAY_END = Instant.parse("2026-03-02T00:00:00Z");

    static final byte[] KEY = "a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8);

    final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    final InMemoryAuthorEnds ends = new InMemoryAuthorEnds();
    final InMemoryBrandStore brands = new InMemoryBrandStore();
    final InMemoryParkedStore parked = new InMemoryParkedStore();
    final InMemoryTextVault vault = new InMemoryTextVault();

    @BeforeEach
    void registerBrand() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));
    }

    static String byAuthor(String id) {
        return "{\"data\":{\"id\":\"%s\",\"text\":\"Acme\",\"author_id\":\"7\",\"created_at\":\"2026-03-01T08:00:00.000Z\"}}"
                .formatted(id);
    }

    SentimentLabel label(String id) {
        return store.post(WORKSPACE, id(id)).orElseThrow().reading().label();
    }

    Optional<String> text(String id) {
        return store.post(WORKSPACE, id(id)).orElseThrow().text().flatMap(vault::open);
    }

    AnalysePosts analyse(AnalysisStore posts, BrandStore registered) {
        return new AnalysePosts(
                new PostReader(new Pseudonymiser(KEY)),
                new PostReadings(english(), InstantSource.fixed(NOW)),
                new Brands(registered, new Pseudonymiser(KEY)),
                posts,
                new Departures(posts, store, ends, (workspace, author) -> {}),
                vault,
                new Parking(parked, "sqs"));
    }

    static TextReader english() {
        return new TextReader(
                new KeywordTextModel(), (text, declared) -> new Language("en", .99), Set.of("en"));
    }

    AnalysePosts analyse(TextVault texts) {
        return analyse(texts, english());
    }

    AnalysePosts analyse(TextVault texts, TextReader reader) {
        return new AnalysePosts(
                new PostReader(new Pseudonymiser(KEY)),
                new PostReadings(reader, InstantSource.fixed(NOW)),
                new Brands(brands, new Pseudonymiser(KEY)),
                store,
                new Departures(store, store, ends, (workspace, author) -> {}),
                texts,
                new Parking(parked, "sqs"));
    }

    WindowCounts counts() {
        return store.counts(WORKSPACE, "acme", DAY_END.minusSeconds(86_400), DAY_END).stream()
                .map(CountDelta::counts)
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    static PostId id(String nativeId) {
        return new PostId(Platform.UPLOAD, nativeId);
    }

    static String post(String id, String text) {
        return "{\"id\":\"%s\",\"text\":\"%s\",\"createdAt\":\"2026-03-01T09:30:00Z\"}"
                .formatted(id, text);
    }

    static PostMessage message(String id, String body) {
        return new PostMessage(id, WORKSPACE, Optional.empty(), body, NOW);
    }
}
