package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tests the use case on in-memory stores, with the real decoder. */
final class AnalysePostsTest extends PostsFixture {
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
}
