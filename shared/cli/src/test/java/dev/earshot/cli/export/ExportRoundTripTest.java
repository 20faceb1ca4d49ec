package dev.earshot.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.export.PostRow;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.export.ExportedRows;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.SettableClock;
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
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is exported as JSON lines and imported elsewhere gives the same results. */
final class ExportRoundTripTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir private Path folder = Path.of("");

    /** A workspace with the brand Nivaro, whose own account is known. */
    private static final class Workspace {
        private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
        private final InMemoryTextVault texts = new InMemoryTextVault();
        private final InMemoryParkedStore parked = new InMemoryParkedStore();
        private final InMemoryBrandStore brands = new InMemoryBrandStore();
        private final Pseudonymiser key =
                new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));

        Workspace() {
            List<String> none = List.of();
            brands.put(
                    ACME,
                    new Brand(
                            "nivaro",
                            "Nivaro",
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            List.of(new Account(Platform.X, "nivaro"))));
        }

        void read(List<String> bodies) {
            var clock = new SettableClock(NOW);
            var reader =
                    new TextReader(
                            new KeywordTextModel(),
                            (text, declared) -> new Language("en", .99),
                            Set.of("en"));
            new AnalysePosts(
                            new PostReader(key),
                            new PostReadings(reader, clock),
                            new Brands(brands, key),
                            posts,
                            new Departures(
                                    posts,
                                    posts,
                                    new InMemoryAuthorEnds(),
                                    (anywhere, anybody) -> {}),
                            texts,
                            new Parking(parked, "sqs"))
                    .handle(bodies.stream().map(Workspace::message).toList());
        }

        private static PostMessage message(String body) {
            return new PostMessage("m" + body.hashCode(), ACME, Optional.empty(), body, NOW);
        }

        List<PostAnalysis> all() {
            return posts.brandPosts(
                    new BrandPosts(
                            ACME,
                            "nivaro",
                            Optional.empty(),
                            PostTraits.ANY,
                            NOW.minus(Duration.ofDays(9)),
                            NOW,
                            Optional.empty(),
                            100));
        }

        Object counts() {
            return posts.counts(ACME, "nivaro", NOW.minus(Duration.ofDays(9)), NOW);
        }

        Path export(Path file) throws IOException {
            try (ExportRows<PostRow> rows = ExportedRows.posts(ExportFormat.NDJSON, file)) {
                for (PostAnalysis post : all()) {
                    rows.write(new PostRow(post, post.text().flatMap(texts::open)));
                }
            }
            return file;
        }
    }

    @Test
    void importing_whatWasExported_givesEqualResults() throws IOException {
        var one = new Workspace();
        one.read(
                List.of(
                        "{\"id\":\"1\",\"platform\":\"x\",\"text\":\"good Nivaro #tea \u00fc \ud83d\ude00\","
                                + "\"createdAt\":\"2026-03-01T08:00:00Z\","
                                + "\"author\":{\"id\":\"7\",\"handle\":\"kim\",\"followers\":12},"
                                + "\"engagement\":{\"likes\":3,\"replies\":1},"
                                + "\"media\":[{\"kind\":\"video\",\"reference\":\"v1\"}]}",
                        "{\"id\":\"2\",\"platform\":\"bluesky\",\"text\":\"bad Nivaro\\n\\\"really\\\"\","
                                + "\"createdAt\":\"2026-03-01T09:00:00Z\"}",
                        "{\"id\":\"3\",\"platform\":\"x\",\"text\":\"good Nivaro from us\","
                                + "\"createdAt\":\"2026-03-01T10:00:00Z\","
                                + "\"author\":{\"id\":\"8\",\"handle\":\"nivaro\"}}",
                        "{\"id\":\"4\",\"platform\":\"x\",\"text\":\"good Nivaro #tea\","
                                + "\"createdAt\":\"2026-03-01T11:00:00Z\",\"repostOf\":\"1\","
                                + "\"author\":{\"id\":\"9\"}}"));

        var other = new Workspace();
        other.read(Files.readAllLines(one.export(folder.resolve("a.ndjson"))));

        assertThat(one.all()).hasSize(4);
        assertThat(other.parked.list(ACME, Optional.empty(), 10)).isEmpty();
        assertThat(other.counts()).isEqualTo(one.counts());
        assertThat(Files.readString(other.export(folder.resolve("b.ndjson"))))
                .isEqualTo(Files.readString(folder.resolve("a.ndjson")));
    }

    @Test
    void importing_postsWhoseTextsHaveExpired_refusesThemAndSaysSo() throws IOException {
        var one = new Workspace();
        one.read(
                List.of(
                        "{\"id\":\"1\",\"platform\":\"x\",\"text\":\"good Nivaro\","
                                + "\"createdAt\":\"2026-03-01T08:00:00Z\"}"));
        one.texts.expire();

        var other = new Workspace();
        other.read(Files.readAllLines(one.export(folder.resolve("a.ndjson"))));

        assertThat(other.all()).isEmpty();
        assertThat(other.parked.list(ACME, Optional.empty(), 10)).hasSize(1);
    }
}
