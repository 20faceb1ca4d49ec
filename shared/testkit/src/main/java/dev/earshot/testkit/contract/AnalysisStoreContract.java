package dev.earshot.testkit.contract;

import static dev.earshot.testkit.contract.StoreSteps.FROM;
import static dev.earshot.testkit.contract.StoreSteps.REMOVED;
import static dev.earshot.testkit.contract.StoreSteps.TO;
import static dev.earshot.testkit.contract.StoreSteps.WORKSPACE;
import static dev.earshot.testkit.contract.StoreSteps.commit;
import static dev.earshot.testkit.contract.StoreSteps.page;
import static dev.earshot.testkit.contract.StoreSteps.put;
import static dev.earshot.testkit.contract.StoreSteps.remove;
import static dev.earshot.testkit.contract.StoreSteps.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How every {@link AnalysisStore} stores, finds and updates posts. Each test uses an empty store.
 */
public abstract class AnalysisStoreContract {
    /** The store under test, empty. */
    protected abstract AnalysisStore store();

    @Test
    void post_stored_isReadBackWhole() {
        PostAnalysis post =
                Posts.post("1").alsoKnownAs("2", "3").about("acme", "zenith").analysis();
        AnalysisStore store = store();

        assertThat(commit(store, put(post))).containsExactly(Effect.STORED);

        assertThat(store.post(WORKSPACE, post.id())).contains(post);
    }

    @Test
    void post_abstainedAndBare_isReadBackWhole() {
        PostAnalysis full = Posts.post("1").feeling(SentimentLabel.ABSTAIN).about().analysis();
        var post =
                new PostAnalysis(
                        full.workspace(),
                        full.id(),
                        List.of(),
                        full.revision(),
                        full.createdAt(),
                        full.analysedAt(),
                        full.reading(),
                        List.of(),
                        Optional.empty(),
                        Engagement.UNKNOWN,
                        List.of(),
                        Optional.empty(),
                        List.of());
        AnalysisStore store = store();
        commit(store, put(post));

        assertThat(store.post(WORKSPACE, post.id())).contains(post);
    }

    @Test
    void post_idWithSeparators_isKeptApart() {
        AnalysisStore store = store();
        PostAnalysis plain = Posts.post("a").analysis();
        PostAnalysis hash = Posts.post("a#A").feeling(SentimentLabel.POSITIVE).analysis();
        PostAnalysis colons = Posts.post("did:plc:x#y:3k%|~").on(Platform.BLUESKY).analysis();
        commit(store, put(plain), put(hash), put(colons));

        assertThat(store.post(WORKSPACE, plain.id())).contains(plain);
        assertThat(store.post(WORKSPACE, hash.id())).contains(hash);
        assertThat(store.post(WORKSPACE, colons.id())).contains(colons);
        assertThat(page(store, "acme", Optional.empty(), 10)).hasSize(3);
    }

    @Test
    void post_otherWorkspace_isUnknown() {
        AnalysisStore store = store();
        commit(store, put(Posts.post("1").analysis()));

        assertThat(store.post(new WorkspaceId("acme2"), Posts.post("1").id())).isEmpty();
    }

    @Test
    void post_byAliasOfEdit_isFound() {
        AnalysisStore store = store();
        PostAnalysis edited = Posts.post("100").alsoKnownAs("101").edit(1, "b").analysis();
        commit(store, put(edited));

        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "101"))).contains(edited);
    }

    @Test
    void countsOfEach_severalBrands_areEachOfTheirOwnInTheOrderAsked() {
        AnalysisStore store = store();
        commit(
                store,
                put(Posts.post("1").about("acme").analysis()),
                put(Posts.post("2").about("acme", "zenith").analysis()),
                put(Posts.post("3").about("zenith").analysis()),
                put(Posts.post("4").about("zenith").analysis()));

        List<List<CountDelta>> counts =
                store.countsOfEach(WORKSPACE, List.of("zenith", "silent", "acme"), FROM, TO);

        assertThat(counts)
                .containsExactly(
                        store.counts(WORKSPACE, "zenith", FROM, TO),
                        List.of(),
                        store.counts(WORKSPACE, "acme", FROM, TO));
        assertThat(counts.getFirst().stream().mapToLong(delta -> delta.counts().posts()).sum())
                .isEqualTo(3);
        assertThat(counts.getLast().stream().mapToLong(delta -> delta.counts().posts()).sum())
                .isEqualTo(2);
        assertThat(store.countsOfEach(WORKSPACE, List.of(), FROM, TO)).isEmpty();
    }

    @Test
    void dailyCountsOfEach_severalDays_areTheSumsOfTheirMinutes() {
        AnalysisStore store = store();
        Instant midnight = Posts.PUBLISHED.truncatedTo(ChronoUnit.DAYS);
        LocalDate day = LocalDate.ofInstant(midnight, ZoneOffset.UTC);
        commit(
                store,
                put(Posts.post("1").at(midnight.plusSeconds(1)).about("acme").analysis()),
                put(Posts.post("2").at(midnight.plusSeconds(7_201)).about("acme").analysis()),
                put(Posts.post("3").at(midnight.minusSeconds(1)).about("acme").analysis()),
                put(Posts.post("4").at(midnight.plusSeconds(86_400)).about("acme").analysis()));

        List<List<CountDelta>> days =
                store.dailyCountsOfEach(
                        WORKSPACE, List.of("silent", "acme"), day.minusDays(1), day.plusDays(1));

        assertThat(days.getFirst()).isEmpty();
        assertThat(days.getLast())
                .extracting(CountDelta::minute, delta -> delta.counts().posts())
                .containsExactly(tuple(midnight.minusSeconds(86_400), 1L), tuple(midnight, 2L));
        assertThat(store.dailyCountsOfEach(WORKSPACE, List.of("acme"), day, day))
                .containsExactly(List.of());
    }

    @Test
    void update_decidesOnWhatIsStored() {
        AnalysisStore store = store();
        PostAnalysis known = Posts.post("1").analysis();
        PostAnalysis fresh = Posts.post("2").analysis();
        commit(store, put(known));

        List<Effect> effects =
                store.update(
                        WORKSPACE,
                        List.of(known.id(), fresh.id()),
                        stored -> {
                            assertThat(stored)
                                    .isEqualTo(Map.of(known.id(), new StoredPost.Live(known)));
                            return List.of(put(fresh), put(known));
                        });

        assertThat(effects).containsExactly(Effect.STORED, Effect.ALREADY_STORED);
        assertThat(store.post(WORKSPACE, fresh.id())).contains(fresh);
        assertThat(total(store, "acme").posts()).isEqualTo(2);
    }

    @Test
    void update_againstAnotherWriter_decidesByTheLedgerOnWhatIsThereByThen() {
        AnalysisStore store = store();
        PostAnalysis edited = Posts.post("1").edit(1, "b").analysis();
        PostAnalysis removed = Posts.post("2").analysis();
        PostAnalysis same = Posts.post("3").analysis();

        List<Effect> effects =
                store.update(
                        WORKSPACE,
                        List.of(edited.id(), removed.id(), same.id()),
                        stored -> {
                            assertThat(stored).isEmpty();
                            commit(
                                    store,
                                    put(Posts.post("1").edit(2, "c").analysis()),
                                    remove(removed.id()),
                                    put(same));
                            return List.of(put(edited), put(removed), put(same));
                        });

        assertThat(effects).containsOnly(Effect.ALREADY_STORED);
        assertThat(store.post(WORKSPACE, edited.id()).orElseThrow().revision().edit()).isEqualTo(2);
        assertThat(store.post(WORKSPACE, removed.id())).isEmpty();
        assertThat(total(store, "acme").posts()).isEqualTo(2);
    }

    @Test
    void update_changeOfAnIdThatWasNotAskedFor_isJudgedByWhatIsStored() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("100").alsoKnownAs("101").analysis();
        commit(store, put(post));

        assertThat(store.update(WORKSPACE, List.of(), stored -> List.of(put(post))))
                .containsExactly(Effect.ALREADY_STORED);
        assertThat(
                        store.update(
                                WORKSPACE,
                                List.of(new PostId(Platform.X, "101")),
                                stored -> List.of(remove(post.id()))))
                .containsExactly(Effect.REMOVED);
        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
        assertThat(total(store, "acme").posts()).isZero();
    }

    @Test
    void find_mixedIds_givesWhatIsThere() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("100").alsoKnownAs("101").analysis();
        PostId gone = new PostId(Platform.X, "7");
        PostId unknown = new PostId(Platform.X, "8");
        PostId alias = new PostId(Platform.X, "101");
        commit(store, put(post), remove(gone));

        assertThat(store.find(WORKSPACE, List.of(post.id(), gone, unknown, alias, alias)))
                .containsOnlyKeys(post.id(), gone, alias)
                .containsEntry(post.id(), new StoredPost.Live(post))
                .containsEntry(alias, new StoredPost.Alias(alias, post.id()))
                .containsEntry(gone, new StoredPost.Tombstone(gone, REMOVED));
    }
}
