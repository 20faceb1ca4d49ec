package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class PostsIntakeTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant DAY_END = Instant.parse("2026-03-02T00:00:00Z");

    private final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final InMemoryParkedStore parked = new InMemoryParkedStore();
    private final InMemoryTextVault vault = new InMemoryTextVault();

    @BeforeEach
    void registerBrand() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));
    }

    @Test
    void handle_postAboutABrand_isStoredCountedAndReadable() {
        List<Outcome> outcomes =
                intake(vault).handle(List.of(message("m1", post("p1", "Acme is good"))));

        assertThat(outcomes).containsExactly(new Outcome.Done(false));
        PostAnalysis stored = store.post(WORKSPACE, id("p1")).orElseThrow();
        assertThat(stored.brands()).containsExactly("acme");
        assertThat(stored.reading().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(vault.open(stored.text().orElseThrow())).contains("Acme is good");
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isEqualTo(1);
    }

    @Test
    void handle_sameMessageAgain_changesNothing() {
        PostsIntake intake = intake(vault);
        List<SQSMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        intake.handle(batch);

        assertThat(intake.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(counts().posts()).isEqualTo(1);
    }

    @Test
    void handle_brokenMessageAmongGoodOnes_isParkedAndTheRestIsDone() {
        List<Outcome> outcomes =
                intake(vault)
                        .handle(
                                List.of(
                                        message("m1", post("p1", "Acme is good")),
                                        message("m2", "not JSON at all {"),
                                        message("m3", post("p3", "Acme is bad"))));

        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Done(false));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Poison.class);
        assertThat(outcomes.get(2)).isEqualTo(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(2);
        Parked item = parked.list(WORKSPACE, Optional.empty(), 10).getFirst();
        assertThat(parked.get(WORKSPACE, item.id()).orElseThrow().payload())
                .isEqualTo("not JSON at all {");
    }

    @Test
    void handle_oneBadRecordInAnEnvelope_parksThatRecordWithItsPath() {
        String body =
                "{\"posts\":["
                        + post("p1", "Acme is good")
                        + ",{\"id\":\"p2\",\"text\":\"Acme\",\"createdAt\":\"+275760-09-13T00:00:00Z\"}]}";

        List<Outcome> outcomes = intake(vault).handle(List.of(message("m1", body)));

        assertThat(outcomes).containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10))
                .singleElement()
                .satisfies(item -> assertThat(item.path()).isEqualTo("posts[1].createdAt"));
    }

    @Test
    void handle_brokenMessageTwice_parksItOnce() {
        PostsIntake intake = intake(vault);
        intake.handle(List.of(message("m1", "{")));
        intake.handle(List.of(message("m1", "{")));

        assertThat(parked.list(WORKSPACE, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void handle_badWorkspaceAttribute_isParkedUnderTheDefault() {
        SQSMessage message = message("m1", post("p1", "Acme is good"));
        MessageAttribute workspace = new MessageAttribute();
        workspace.setStringValue("No Such!");
        message.setMessageAttributes(Map.of("workspace", workspace));

        assertThat(intake(vault).handle(List.of(message)))
                .singleElement()
                .isInstanceOf(Outcome.Poison.class);
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("No Such!"));
    }

    @Test
    void handle_failingVault_leavesMessagesForRetryAndCountsNothing() {
        TextVault failing =
                new TextVault() {
                    @Override
                    public List<SealedText> seal(WorkspaceId workspace, List<String> texts) {
                        throw new StoreException("no answer from S3", new RuntimeException("503"));
                    }

                    @Override
                    public Optional<String> open(SealedText sealed) {
                        return Optional.empty();
                    }
                };
        List<SQSMessage> batch = List.of(message("m1", post("p1", "Acme is good")));

        assertThat(intake(failing).handle(batch)).singleElement().isInstanceOf(Outcome.Retry.class);
        assertThat(store.post(WORKSPACE, id("p1"))).isEmpty();

        assertThat(intake(vault).handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(1);
    }

    @Test
    void handle_deletionBeforeItsPost_keepsThePostOut() {
        PostsIntake intake = intake(vault);
        intake.handle(
                List.of(
                        message(
                                "m1",
                                "{\"delete\":{\"tweet\":{\"id\":\"1866\",\"author_id\":\"7\"},"
                                        + "\"event_at\":\"2026-03-01T09:00:00Z\"}}")));
        intake.handle(
                List.of(
                        message(
                                "m2",
                                "{\"data\":{\"id\":\"1866\",\"text\":\"Acme is"
                                        + " bad\",\"author_id\":\"7\","
                                        + "\"created_at\":\"2026-03-01T08:00:00.000Z\"}}")));

        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "1866"))).isEmpty();
        assertThat(counts().posts()).isZero();
    }

    @Test
    void handle_postInAnUnknownLanguage_abstainsAndCountsAsSuch() {
        PostsIntake intake =
                intake(
                        vault,
                        new TextReader(
                                new KeywordTextModel(),
                                (text, declared) -> new Language("fr", .99),
                                Set.of("en")));

        intake.handle(List.of(message("m1", post("p1", "J'adore Acme"))));

        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().reading().label())
                .isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.NEUTRAL)).isZero();
    }

    @Test
    void handle_postAgainWithANewerModel_replacesItsResultAndKeepsItsText() {
        List<SQSMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        intake(vault).handle(batch);
        PostAnalysis first = store.post(WORKSPACE, id("p1")).orElseThrow();
        PostsIntake newer =
                intake(
                        vault,
                        new TextReader(
                                new Contrary(),
                                (text, declared) -> new Language("en", .99),
                                Set.of("en")));

        assertThat(newer.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(newer.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(intake(vault).handle(batch)).containsExactly(new Outcome.Done(true));

        PostAnalysis again = store.post(WORKSPACE, id("p1")).orElseThrow();
        assertThat(again.models()).containsExactly(Contrary.VERSION);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.NEGATIVE)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isZero();
    }

    @Test
    void handle_postAgainOnceAModelOfItsLanguageIsThere_isReadAndStaysSoWithoutIt() {
        List<SQSMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        TextReader.LanguageModel first =
                new TextReader.LanguageModel(new KeywordTextModel(), Set.of("en"));
        TextReader.LanguageModel further =
                new TextReader.LanguageModel(new Further(), Set.of("de"));
        PostsIntake without = intake(vault, ofGermanPosts(first));
        PostsIntake with = intake(vault, ofGermanPosts(first, further));

        assertThat(without.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);

        assertThat(with.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(with.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(without.handle(batch)).containsExactly(new Outcome.Done(true));

        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().models())
                .containsExactly(Further.VERSION);
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isZero();
    }

    @Test
    void handle_postInALanguageOfNoModelAtPlacesWithDifferentModels_isLookedAtOnceByEach() {
        List<SQSMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        var first = new TextReader.LanguageModel(new KeywordTextModel(), Set.of("en"));
        var further = new TextReader.LanguageModel(new Further(), Set.of("fr"));
        var looks = new AtomicInteger();
        LanguageIdentifier german =
                (text, declared) -> {
                    looks.incrementAndGet();
                    return new Language("de", .99);
                };
        PostsIntake one = intake(vault, new TextReader(List.of(first), german));
        PostsIntake other = intake(vault, new TextReader(List.of(further), german));
        for (int i = 0; i < 4; i++) {
            one.handle(batch);
            other.handle(batch);
        }

        assertThat(looks).hasValue(2);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
    }

    private static TextReader ofGermanPosts(TextReader.LanguageModel... speakers) {
        return new TextReader(List.of(speakers), (text, declared) -> new Language("de", .99));
    }

    /** A model of another name, of an older revision than the first. */
    private static final class Further implements TextModel {
        private static final ModelVersion VERSION =
                new ModelVersion("further", "0", "2".repeat(64));

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            return new KeywordTextModel().analyse(texts);
        }

        @Override
        public ModelVersion version() {
            return VERSION;
        }

        @Override
        public void close() {}
    }

    /** A newer model to which good is bad. */
    private static final class Contrary implements TextModel {
        private static final ModelVersion VERSION =
                new ModelVersion("keyword", "2", "1".repeat(64));

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            return new KeywordTextModel()
                    .analyse(texts.stream().map(t -> t.replace("good", "bad")).toList());
        }

        @Override
        public ModelVersion version() {
            return VERSION;
        }

        @Override
        public void close() {}
    }

    private PostsIntake intake(TextVault texts) {
        return intake(
                texts,
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en")));
    }

    private PostsIntake intake(TextVault texts, TextReader reader) {
        InstantSource clock = InstantSource.fixed(NOW);
        Parking parking = new Parking(parked, "sqs");
        byte[] key = "a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8);
        return new PostsIntake(
                new AnalysePosts(
                        new PostReader(new Pseudonymiser(key)),
                        new PostReadings(reader, clock),
                        new Brands(brands),
                        store,
                        store,
                        texts,
                        parking),
                parking,
                WORKSPACE,
                clock);
    }

    private WindowCounts counts() {
        return store.counts(WORKSPACE, "acme", DAY_END.minusSeconds(86_400), DAY_END).stream()
                .map(CountDelta::counts)
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    private static PostId id(String nativeId) {
        return new PostId(Platform.UPLOAD, nativeId);
    }

    private static String post(String id, String text) {
        return "{\"id\":\"%s\",\"text\":\"%s\",\"createdAt\":\"2026-03-01T09:30:00Z\"}"
                .formatted(id, text);
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", String.valueOf(NOW.toEpochMilli())));
        return message;
    }
}
