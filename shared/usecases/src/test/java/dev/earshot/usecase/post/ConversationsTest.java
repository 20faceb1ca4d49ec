package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.cases.CaseState;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryCaseStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Cases that open on the way from the queue to the store. */
final class ConversationsTest {
    private static final WorkspaceId WORKSPACE = Posts.WORKSPACE;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    private final InMemoryCaseStore cases = new InMemoryCaseStore(store);
    private final InMemoryBrandStore brands = new InMemoryBrandStore();

    @BeforeEach
    void register() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));
    }

    @Test
    void handle_complaintDeliveredThreeTimes_opensOneCase() {
        send(post("1", "Acme broke", 0, ""));
        send(post("1", "Acme broke", 0, ""), post("1", "Acme broke", 0, ""));

        assertThat(open()).hasSize(1);
        assertThat(open().getFirst().state()).isEqualTo(CaseState.NEW);
    }

    @Test
    void handle_praiseAndRepost_openNone() {
        send(post("1", "Acme is fine", 0, ""));

        assertThat(open()).isEmpty();
    }

    @Test
    void handle_repliesOfAThread_joinItsCaseInOneBatchOrInSeveral() {
        send(
                post("3", "still nothing", 0, ",\"inReplyTo\":\"2\""),
                post("2", "Which shop was it?", 0, ",\"inReplyTo\":\"1\""),
                post("1", "Acme broke", 0, ""));
        send(post("4", "Acme broke again", 0, ",\"inReplyTo\":\"3\""));

        assertThat(open()).hasSize(1);
        assertThat(open().getFirst().file().posts()).hasSize(4);
    }

    @Test
    void handle_editThatTakesTheComplaintBack_closesTheCase() {
        send(post("1", "Acme broke", 0, ""));
        send(post("1", "Acme is fine", 5, ""));

        assertThat(open()).singleElement().extracting(Case::state).isEqualTo(CaseState.CLOSED);

        send(post("1", "Acme broke after all", 9, ""));

        assertThat(open()).singleElement().extracting(Case::state).isEqualTo(CaseState.NEW);
    }

    @Test
    void handle_editsInAnyOrderWithDuplicates_endInTheSameCase() {
        List<String> messages =
                List.of(
                        post("1", "Acme broke", 0, ""),
                        post("1", "Acme is fine", 5, ""),
                        post("1", "Acme broke after all", 9, ""),
                        post("2", "Acme broke here, too", 0, ""));
        send(messages.toArray(String[]::new));
        List<Case> expected = open();
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var shuffled = new ArrayList<>(messages);
            shuffled.addAll(messages);
            Collections.shuffle(shuffled, random);
            var other = new ConversationsTest();
            other.register();
            shuffled.forEach(other::send);

            assertThat(other.open())
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*analysedAt", ".*text")
                    .isEqualTo(expected);
        }
    }

    @Test
    void handle_deletedPost_takesItsCaseAlong() {
        send(post("1", "Acme broke", 0, ""));
        send("{\"id\":\"1\",\"deleted\":true,\"deletedAt\":\"2026-03-01T09:40:00Z\"}");

        assertThat(open()).isEmpty();
    }

    private List<Case> open() {
        return cases
                .list(
                        WORKSPACE,
                        NOW.minusSeconds(86_400),
                        NOW.plusSeconds(86_400),
                        Optional.empty(),
                        100)
                .stream()
                .flatMap((CaseFile file) -> Case.of(file, CaseSettings.STANDARD, Set.of()).stream())
                .toList();
    }

    private void send(String... posts) {
        var analyse =
                new AnalysePosts(
                        new PostReader(
                                new Pseudonymiser(
                                        "a key for tests alone".getBytes(StandardCharsets.UTF_8))),
                        new PostReadings(
                                new TextReader(
                                        new BrokenModel(),
                                        (text, declared) -> new Language("en", .99),
                                        Set.of("en")),
                                InstantSource.fixed(NOW)),
                        new Brands(brands),
                        store,
                        new Departures(
                                store, store, new InMemoryAuthorEnds(), (workspace, author) -> {}),
                        new InMemoryTextVault(),
                        new Parking(new InMemoryParkedStore(), "sqs"));
        analyse.handle(
                List.of(
                        new PostMessage(
                                "m",
                                WORKSPACE,
                                Optional.empty(),
                                "{\"posts\":[" + String.join(",", posts) + "]}",
                                NOW)));
    }

    private static String post(String id, String text, int minute, String more) {
        return ("{\"id\":\"%s\",\"text\":\"%s\",\"createdAt\":\"2026-03-01T09:30:00Z\","
                        + "\"editedAt\":\"2026-03-01T09:%02d:00Z\",\"author\":\"ann\"%s}")
                .formatted(id, text, 30 + minute, more);
    }

    /** Takes every text with {@code broke} in it for a complaint. */
    private static final class BrokenModel implements TextModel {
        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            return texts.stream()
                    .map(
                            text ->
                                    Posts.wanting(
                                            text.contains("broke")
                                                    ? Intent.COMPLAINT
                                                    : Intent.OTHER,
                                            0.9,
                                            true))
                    .map(reading -> ((Reading.Read) reading).analysis())
                    .toList();
        }

        @Override
        public ModelVersion version() {
            return new ModelVersion("broken", "1", "0".repeat(64));
        }

        @Override
        public void close() {}
    }
}
