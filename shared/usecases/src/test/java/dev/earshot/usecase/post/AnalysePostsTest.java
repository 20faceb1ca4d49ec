package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;
import dev.earshot.core.privacy.TextMask;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Tests the use case on in-memory stores, with the real decoder. */
final class AnalysePostsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant DAY_END = Instant.parse("2026-03-02T00:00:00Z");

    private static final byte[] KEY = "a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8);

    private final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    private final InMemoryAuthorEnds ends = new InMemoryAuthorEnds();
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
                analyse(vault).handle(List.of(message("m1", post("p1", "Acme is good"))));

        assertThat(outcomes).containsExactly(new Outcome.Done(false));
        PostAnalysis stored = store.post(WORKSPACE, id("p1")).orElseThrow();
        assertThat(stored.brands()).containsExactly("acme");
        assertThat(stored.reading().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(vault.open(stored.text().orElseThrow())).contains("Acme is good");
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isEqualTo(1);
    }

    @Test
    void handle_sameMessageAgain_changesNothing() {
        AnalysePosts analyse = analyse(vault);
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        analyse.handle(batch);

        assertThat(analyse.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(counts().posts()).isEqualTo(1);
    }

    @Test
    void handle_brokenMessageAmongGoodOnes_isParkedAndTheRestIsDone() {
        List<Outcome> outcomes =
                analyse(vault)
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

        List<Outcome> outcomes = analyse(vault).handle(List.of(message("m1", body)));

        assertThat(outcomes).containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10))
                .singleElement()
                .satisfies(item -> assertThat(item.path()).isEqualTo("posts[1].createdAt"));
    }

    @Test
    void handle_brokenMessageTwice_parksItOnce() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", "{")));
        analyse.handle(List.of(message("m1", "{")));

        assertThat(parked.list(WORKSPACE, Optional.empty(), 10)).hasSize(1);
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
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));

        assertThat(analyse(failing).handle(batch))
                .singleElement()
                .isInstanceOf(Outcome.Retry.class);
        assertThat(store.post(WORKSPACE, id("p1"))).isEmpty();

        assertThat(analyse(vault).handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(1);
    }

    @Test
    void handle_deletionBeforeItsPost_keepsThePostOut() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(
                List.of(
                        message(
                                "m1",
                                "{\"delete\":{\"tweet\":{\"id\":\"1866\",\"author_id\":\"7\"},"
                                        + "\"event_at\":\"2026-03-01T09:00:00Z\"}}")));
        analyse.handle(
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
        AnalysePosts analyse =
                analyse(
                        vault,
                        new TextReader(
                                new KeywordTextModel(),
                                (text, declared) -> new Language("fr", .99),
                                Set.of("en")));

        analyse.handle(List.of(message("m1", post("p1", "J'adore Acme"))));

        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().reading().label())
                .isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.NEUTRAL)).isZero();
    }

    @Test
    void handle_postAgainWithANewerModel_replacesItsResultAndKeepsItsText() {
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        analyse(vault).handle(batch);
        PostAnalysis first = store.post(WORKSPACE, id("p1")).orElseThrow();
        AnalysePosts newer =
                analyse(
                        vault,
                        new TextReader(
                                new Contrary(),
                                (text, declared) -> new Language("en", .99),
                                Set.of("en")));

        assertThat(newer.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(newer.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(analyse(vault).handle(batch)).containsExactly(new Outcome.Done(true));

        PostAnalysis again = store.post(WORKSPACE, id("p1")).orElseThrow();
        assertThat(again.models()).containsExactly(Contrary.VERSION);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.NEGATIVE)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isZero();
    }

    @Test
    void handle_postAgainOnceAModelOfItsLanguageIsThere_isReadAndStaysSoWithoutIt() {
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        TextReader.LanguageModel first =
                new TextReader.LanguageModel(new KeywordTextModel(), Set.of("en"));
        TextReader.LanguageModel further =
                new TextReader.LanguageModel(new Further(), Set.of("de"));
        AnalysePosts without = analyse(vault, ofGermanPosts(first));
        AnalysePosts with = analyse(vault, ofGermanPosts(first, further));

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
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        var first = new TextReader.LanguageModel(new KeywordTextModel(), Set.of("en"));
        var further = new TextReader.LanguageModel(new Further(), Set.of("fr"));
        var looks = new AtomicInteger();
        LanguageIdentifier german =
                (text, declared) -> {
                    looks.incrementAndGet();
                    return new Language("de", .99);
                };
        AnalysePosts one = analyse(vault, new TextReader(List.of(first), german));
        AnalysePosts other = analyse(vault, new TextReader(List.of(further), german));
        for (int i = 0; i < 4; i++) {
            one.handle(batch);
            other.handle(batch);
        }

        assertThat(looks).hasValue(2);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
    }

    @Test
    void handle_posts_readsWhatIsStoredOnceForAllAndCatalogueVersionOnce() {
        var counted = new CountedStore(store);
        var registered = new CountedBrands(brands);
        AnalysePosts analyse = analyse(counted, registered);
        List<PostMessage> batch =
                List.of(
                        message("m1", post("p1", "Acme is good")),
                        message("m2", post("p2", "Acme is bad")),
                        message("m3", post("p1", "Acme is good")));

        assertThat(analyse.handle(batch))
                .containsExactly(
                        new Outcome.Done(false), new Outcome.Done(false), new Outcome.Done(true));
        analyse.handle(batch);

        assertThat(counted.updates)
                .containsExactly(Set.of(id("p1"), id("p2")), Set.of(id("p1"), id("p2")));
        assertThat(counted.otherReads).hasValue(0);
        // Once a batch, though nothing is read the second time: brands tell whose accounts are own.
        assertThat(registered.versions).hasValue(2);
    }

    @Test
    void handle_editOfAPost_asksForAllIdsOfItsFamily() {
        var counted = new CountedStore(store);

        analyse(counted, brands)
                .handle(
                        List.of(
                                message(
                                        "m1",
                                        "{\"data\":{\"id\":\"1867\",\"text\":\"Acme\","
                                                + "\"author_id\":\"7\","
                                                + "\"edit_history_tweet_ids\":[\"1866\",\"1867\"],"
                                                + "\"created_at\":\"2026-03-01T08:00:00.000Z\"}}")));

        assertThat(counted.updates)
                .containsExactly(
                        Set.of(new PostId(Platform.X, "1866"), new PostId(Platform.X, "1867")));
    }

    @Test
    void handle_newKnownAndRemovedPostsInOneBatch_eachGetItsOwnResult() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m0", post("known", "Acme is good"))));

        List<Outcome> outcomes =
                analyse.handle(
                        List.of(
                                message("m1", post("p1", "Acme is bad")),
                                message("m2", post("known", "Acme is good")),
                                message("m3", post("silent", "")),
                                message("m4", post("p2", "Acme is good"))));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Done(false),
                        new Outcome.Done(true),
                        new Outcome.Done(false),
                        new Outcome.Done(false));
        assertThat(label("p1")).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(label("p2")).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(text("p1")).contains("Acme is bad");
        assertThat(text("p2")).contains("Acme is good");
        assertThat(text("silent")).isEmpty();
    }

    @Test
    void handle_accountThatIsGone_takesAllItsPostsAlong() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byAuthor("1866")), message("m2", byAuthor("1867"))));
        assertThat(counts().posts()).isEqualTo(2);
        AuthorRef author =
                store.post(WORKSPACE, new PostId(Platform.X, "1866"))
                        .flatMap(PostAnalysis::author)
                        .orElseThrow()
                        .ref();
        List<AnalysePosts.Records> deletion =
                List.of(
                        new AnalysePosts.Records(
                                message("m3", ""), List.of(new Decoded.AuthorGone(author, NOW))));

        List<Outcome> outcomes = analyse.take(deletion);

        assertThat(outcomes).containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isZero();
        assertThat(analyse.take(deletion)).containsExactly(new Outcome.Done(true));
    }

    private static List<AnalysePosts.Records> account(String id, Decoded record) {
        return List.of(new AnalysePosts.Records(message(id, ""), List.of(record)));
    }

    private static AuthorRef author(String id) {
        return new Pseudonymiser(KEY).pseudonym(WORKSPACE, Platform.X, id);
    }

    @Test
    void handle_postThatComesAfterItsAuthorIsGone_isNotStoredAndNotReported() {
        AnalysePosts analyse = analyse(vault);
        analyse.take(account("m1", new Decoded.AuthorGone(author("7"), NOW)));

        assertThat(analyse.handle(List.of(message("m2", byAuthor("1866")))))
                .containsExactly(new Outcome.Done(true));
        assertThat(counts().posts()).isZero();
        assertThat(store.find(WORKSPACE, List.of(new PostId(Platform.X, "1866")))).isEmpty();
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void handle_endAndPostInOneBatch_storesNothingWhateverTheirOrder() {
        AnalysePosts analyse = analyse(vault);
        var post = new AnalysePosts.Records(message("m1", ""), decode(byAuthor("1866")));
        var end =
                new AnalysePosts.Records(
                        message("m2", ""), List.of(new Decoded.AuthorGone(author("7"), NOW)));

        analyse.take(List.of(post, end));

        assertThat(counts().posts()).isZero();
    }

    private static List<Decoded> decode(String body) {
        return new PostReader(new Pseudonymiser(KEY)).decode(message("m", body));
    }

    @Test
    void handle_accountThatIsBackWithinThePlatformsGrace_isTakenAgain() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byAuthor("1866"))));
        analyse.take(account("m2", new Decoded.AuthorGone(author("7"), NOW)));
        analyse.take(account("m3", new Decoded.AuthorBack(author("7"), NOW.plusSeconds(60))));

        assertThat(analyse.handle(List.of(message("m4", byAuthor("1866")))))
                .containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(1);
    }

    @Test
    void handle_accountThatIsGone_leavesNoIdOfItsPosts() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byAuthor("1866"))));

        analyse.take(account("m2", new Decoded.AuthorGone(author("7"), NOW)));

        assertThat(store.find(WORKSPACE, List.of(new PostId(Platform.X, "1866")))).isEmpty();
    }

    @Test
    void handle_authorWhoEndsWhileABatchIsStored_isRemovedByThatBatch() {
        var meanwhile =
                new CountedStore(store) {
                    @Override
                    public List<Ledger.Effect> update(
                            WorkspaceId workspace,
                            Collection<PostId> ids,
                            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
                        List<Ledger.Effect> effects = super.update(workspace, ids, decide);
                        ends.end(
                                workspace,
                                new AuthorEnd(
                                        ErasureMark.of(author("7")),
                                        NOW,
                                        AuthorEnd.Reason.REQUEST));
                        return effects;
                    }
                };

        analyse(meanwhile, brands).handle(List.of(message("m1", byAuthor("1866"))));

        assertThat(counts().posts()).isZero();
        assertThat(store.posts(WORKSPACE, author("7"))).isEmpty();
    }

    @Test
    void handle_repliesAndRepostsOfSomebodyGone_loseTheLinkOrAreLeftOut() {
        AnalysePosts analyse = analyse(vault);
        analyse.take(account("m1", new Decoded.AuthorGone(author("7"), NOW)));

        analyse.handle(
                List.of(
                        message("m2", referring("20", "replied_to")),
                        message("m3", referring("21", "retweeted"))));

        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "20")))
                .get()
                .satisfies(post -> assertThat(post.context().references()).isEmpty());
        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "21"))).isEmpty();
    }

    private static String referring(String id, String kind) {
        return """
                {"data":{"id":"%s","text":"Acme is good","author_id":"8",
                "created_at":"2026-03-01T08:00:00.000Z",
                "referenced_tweets":[{"type":"%s","id":"1866"}]},
                "includes":{"tweets":[{"id":"1866","author_id":"7","text":"Acme",
                "created_at":"2026-03-01T07:00:00.000Z"}]}}
                """
                .formatted(id, kind);
    }

    @Test
    void handle_failingStore_leavesOnlyThatWorkspaceForRetry() {
        AnalysisStore failing =
                new CountedStore(store) {
                    @Override
                    public List<Ledger.Effect> update(
                            WorkspaceId workspace,
                            Collection<PostId> ids,
                            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
                        if (workspace.equals(WORKSPACE)) {
                            throw new StoreException("throttled", null);
                        }
                        return super.update(workspace, ids, decide);
                    }
                };
        var other = new WorkspaceId("other");

        List<Outcome> outcomes =
                analyse(failing, brands)
                        .handle(
                                List.of(
                                        message("m1", post("p1", "Acme")),
                                        new PostMessage(
                                                "m2",
                                                other,
                                                Optional.empty(),
                                                post("p2", "Acme"),
                                                NOW)));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Retry.class);
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Done(false));
        assertThat(store.post(other, id("p2"))).isPresent();
    }

    @Test
    void handle_postOfTheBrandsOwnAccount_isKeptMarkedAndCountedApart() {
        brands.put(WORKSPACE, withAccount("@acme"));

        analyse(vault).handle(List.of(message("m1", byHandle("p1", "@Acme"))));

        assertThat(counts().counts()).isEqualTo(Map.of("own", 1L));
        PostAnalysis stored = store.post(WORKSPACE, new PostId(Platform.X, "p1")).orElseThrow();
        assertThat(stored.isOwn("acme")).isTrue();
        assertThat(stored.reading().label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void handle_ownAccountDeclaredLater_movesWithTheNextSightingAndBackWithoutIt() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byHandle("p1", "@acme"))));
        assertThat(counts().posts()).isEqualTo(1);

        brands.put(WORKSPACE, withAccount("https://x.com/acme"));
        analyse.handle(List.of(later("m2", byHandle("p1", "@acme"), 1)));
        assertThat(counts().counts()).isEqualTo(Map.of("own", 1L));

        brands.put(WORKSPACE, withAccount("@acme_uk"));
        analyse.handle(List.of(later("m3", byHandle("p1", "@acme"), 2)));
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(counts().own()).isZero();
    }

    private static PostMessage later(String id, String body, int hours) {
        return new PostMessage(
                id, WORKSPACE, Optional.empty(), body, NOW.plus(Duration.ofHours(hours)));
    }

    private static String byHandle(String id, String handle) {
        return "{\"id\":\"%s\",\"text\":\"Acme is good\",\"platform\":\"x\",\"createdAt\":\"2026-03-01T08:00:00Z\",\"author\":{\"id\":\"7\",\"handle\":\"%s\"}}"
                .formatted(id, handle);
    }

    private static Brand withAccount(String handle) {
        List<String> none = List.of();
        return new Brand(
                "acme",
                "Acme",
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                List.of(new Account(Platform.X, handle)));
    }

    @Test
    void handle_recordThatCannotBeParked_leavesItsMessageForRetryAndStoresNoneOfIt() {
        ParkedStore failing =
                new ParkedStore() {
                    @Override
                    public void park(Parked item) {
                        throw new StoreException("no answer from S3", null);
                    }

                    @Override
                    public List<Parked> list(
                            WorkspaceId workspace, Optional<Parked> after, int limit) {
                        return List.of();
                    }

                    @Override
                    public Optional<Parked> get(WorkspaceId workspace, String id) {
                        return Optional.empty();
                    }
                };
        var analyse =
                new AnalysePosts(
                        new PostReader(new Pseudonymiser(KEY)),
                        new PostReadings(english(), InstantSource.fixed(NOW)),
                        new Brands(brands),
                        store,
                        new Departures(store, store, ends, (workspace, author) -> {}),
                        vault,
                        new Parking(failing, "sqs"));
        String body = "{\"posts\":[" + post("p1", "Acme") + ",{\"id\":\"p2\"}]}";

        assertThat(analyse.handle(List.of(message("m1", body))))
                .singleElement()
                .isInstanceOf(Outcome.Retry.class);
        assertThat(store.post(WORKSPACE, id("p1"))).isEmpty();
    }

    private static String byAuthor(String id) {
        return "{\"data\":{\"id\":\"%s\",\"text\":\"Acme\",\"author_id\":\"7\",\"created_at\":\"2026-03-01T08:00:00.000Z\"}}"
                .formatted(id);
    }

    private SentimentLabel label(String id) {
        return store.post(WORKSPACE, id(id)).orElseThrow().reading().label();
    }

    private Optional<String> text(String id) {
        return store.post(WORKSPACE, id(id)).orElseThrow().text().flatMap(vault::open);
    }

    private AnalysePosts analyse(AnalysisStore posts, BrandStore registered) {
        return new AnalysePosts(
                new PostReader(new Pseudonymiser(KEY)),
                new PostReadings(english(), InstantSource.fixed(NOW)),
                new Brands(registered, new Pseudonymiser(KEY)),
                posts,
                new Departures(posts, store, ends, (workspace, author) -> {}),
                vault,
                new Parking(parked, "sqs"));
    }

    /** Takes "Ann Smith" for a person. */
    private static final TextMask ANN =
            (text, kept) ->
                    text.contains("Ann Smith")
                            ? MaskedText.of(
                                    text,
                                    List.of(
                                            new PiiSpan(
                                                    text.indexOf("Ann Smith"),
                                                    text.indexOf("Ann Smith") + 9,
                                                    PiiKind.PERSON,
                                                    "test")))
                            : MaskedText.unchanged(text);

    private static final String ABOUT_ANN = "Ann Smith says Acme is good but Other is bad";

    private void takeMasked(Masking.Kept kept) {
        brands.put(WORKSPACE, Brand.named("other", "Other"));
        var analyse =
                new AnalysePosts(
                        new PostReader(new Pseudonymiser(KEY)),
                        new PostReadings(
                                english(), new Masking(ANN, kept), InstantSource.fixed(NOW)),
                        new Brands(brands),
                        store,
                        new Departures(store, store, ends, (workspace, author) -> {}),
                        vault,
                        new Parking(parked, "sqs"));
        analyse.handle(List.of(message("m1", post("p1", ABOUT_ANN))));
    }

    /** Where the result says that Other is named. */
    private String named(String text) {
        Reading.Read read = (Reading.Read) store.post(WORKSPACE, id("p1")).orElseThrow().reading();
        return read.targets().stream()
                .filter(target -> target.name().equals("other"))
                .map(target -> text.substring(target.start(), target.end()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void masked_textThatTellsOfAPerson_isSealedWithPlaceholdersAndOffsetsIntoIt() {
        takeMasked(Masking.Kept.MASKED);
        String sealed = text("p1").orElseThrow();
        assertThat(sealed).isEqualTo("[name] says Acme is good but Other is bad");
        assertThat(named(sealed)).isEqualTo("Other");
    }

    @Test
    void kept_textThatTellsOfAPerson_isSealedAsPostedAndOffsetsLeadBack() {
        takeMasked(Masking.Kept.ORIGINAL);
        assertThat(text("p1")).contains(ABOUT_ANN);
        assertThat(named(ABOUT_ANN)).isEqualTo("Other");
    }

    @Test
    void refused_textThatTellsOfAPerson_isReadAndNotStored() {
        takeMasked(Masking.Kept.NOTHING);
        assertThat(text("p1")).isEmpty();
        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().brands())
                .containsExactly("acme", "other");
    }

    private static TextReader english() {
        return new TextReader(
                new KeywordTextModel(), (text, declared) -> new Language("en", .99), Set.of("en"));
    }

    /** Counts reads of stored posts. For one thread. */
    private static class CountedStore implements AnalysisStore {
        private final AnalysisStore store;
        private final List<Set<PostId>> updates = new ArrayList<>();
        private final AtomicInteger otherReads = new AtomicInteger();

        CountedStore(AnalysisStore store) {
            this.store = store;
        }

        @Override
        public List<Ledger.Effect> update(
                WorkspaceId workspace,
                Collection<PostId> ids,
                Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
            updates.add(Set.copyOf(ids));
            return store.update(workspace, ids, decide);
        }

        @Override
        public void forget(WorkspaceId workspace, Collection<PostId> ids) {
            store.forget(workspace, ids);
        }

        @Override
        public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
            otherReads.incrementAndGet();
            return store.find(workspace, ids);
        }

        @Override
        public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
            otherReads.incrementAndGet();
            return store.commit(workspace, changes);
        }

        @Override
        public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
            otherReads.incrementAndGet();
            return store.post(workspace, id);
        }

        @Override
        public List<PostAnalysis> brandPosts(BrandPosts query) {
            return store.brandPosts(query);
        }

        @Override
        public List<CountDelta> counts(
                WorkspaceId workspace, String brandId, Instant from, Instant to) {
            return store.counts(workspace, brandId, from, to);
        }
    }

    private static TextReader ofGermanPosts(TextReader.LanguageModel... speakers) {
        return new TextReader(List.of(speakers), (text, declared) -> new Language("de", .99));
    }

    /** A model with another name and an older revision than the first. */
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

    /** A newer model with the opposite opinion. */
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

    private AnalysePosts analyse(TextVault texts) {
        return analyse(texts, english());
    }

    private AnalysePosts analyse(TextVault texts, TextReader reader) {
        return new AnalysePosts(
                new PostReader(new Pseudonymiser(KEY)),
                new PostReadings(reader, InstantSource.fixed(NOW)),
                new Brands(brands, new Pseudonymiser(KEY)),
                store,
                new Departures(store, store, ends, (workspace, author) -> {}),
                texts,
                new Parking(parked, "sqs"));
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

    private static PostMessage message(String id, String body) {
        return new PostMessage(id, WORKSPACE, Optional.empty(), body, NOW);
    }
}
