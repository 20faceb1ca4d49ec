package dev.earshot.testkit.contract;

import static dev.earshot.testkit.contract.StoreSteps.FROM;
import static dev.earshot.testkit.contract.StoreSteps.REMOVED;
import static dev.earshot.testkit.contract.StoreSteps.TO;
import static dev.earshot.testkit.contract.StoreSteps.WORKSPACE;
import static dev.earshot.testkit.contract.StoreSteps.brands;
import static dev.earshot.testkit.contract.StoreSteps.commit;
import static dev.earshot.testkit.contract.StoreSteps.page;
import static dev.earshot.testkit.contract.StoreSteps.put;
import static dev.earshot.testkit.contract.StoreSteps.remove;
import static dev.earshot.testkit.contract.StoreSteps.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit to an {@link AnalysisStore} does to posts, counts and lists: edits, removals and
 * links. Each test uses an empty store.
 */
public abstract class AnalysisCommitContract {
    /** The store under test, empty. */
    protected abstract AnalysisStore store();

    @Test
    void commit_sameTwice_countsOnce() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();

        assertThat(commit(store, put(post), put(post)))
                .containsExactly(Effect.STORED, Effect.ALREADY_STORED);
        assertThat(commit(store, put(post))).containsExactly(Effect.ALREADY_STORED);

        assertThat(total(store, "acme").posts()).isEqualTo(1);
    }

    @Test
    void commit_empty_doesNothing() {
        assertThat(store().commit(WORKSPACE, List.of())).isEmpty();
    }

    @Test
    void commit_edit_movesCountsAndPage() {
        AnalysisStore store = store();
        PostAnalysis first = Posts.post("1").feeling(SentimentLabel.POSITIVE).analysis();
        PostAnalysis second =
                Posts.post("1").edit(1, "b").feeling(SentimentLabel.NEGATIVE).analysis();

        assertThat(commit(store, put(first))).containsExactly(Effect.STORED);
        assertThat(commit(store, put(second))).containsExactly(Effect.REPLACED);
        assertThat(commit(store, put(first))).containsExactly(Effect.ALREADY_STORED);

        assertThat(total(store, "acme")).isEqualTo(WindowCounts.of(second, "acme"));
        assertThat(page(store, "acme", Optional.of(SentimentLabel.POSITIVE), 10)).isEmpty();
        assertThat(page(store, "acme", Optional.of(SentimentLabel.NEGATIVE), 10))
                .containsExactly(second);
    }

    @Test
    void commit_postOfTheBrandsOwnAccount_countsApartAndIsListedUnderNoLabel() {
        AnalysisStore store = store();
        PostAnalysis theirs = Posts.post("1").about("acme", "zenith").analysis();
        PostAnalysis own = Posts.owned(Posts.post("2").about("acme", "zenith").analysis(), "acme");
        commit(store, put(theirs), put(own));

        assertThat(store.post(WORKSPACE, own.id())).contains(own);
        assertThat(total(store, "acme"))
                .isEqualTo(
                        WindowCounts.of(theirs, "acme").plus(new WindowCounts(Map.of("own", 1L))));
        assertThat(total(store, "zenith").posts()).isEqualTo(2);
        assertThat(page(store, "acme", Optional.empty(), 10)).containsExactly(own, theirs);
        assertThat(page(store, "acme", Optional.of(own.label("acme")), 10)).containsExactly(theirs);
        assertThat(page(store, "zenith", Optional.of(own.label("zenith")), 10)).hasSize(2);
    }

    @Test
    void commit_accountThatBecomesTheBrandsOwn_movesCountsAndListingAndBack() {
        AnalysisStore store = store();
        PostAnalysis before = Posts.post("1").analysis();
        PostAnalysis owned =
                Posts.owned(
                        Posts.sighted(
                                before,
                                before.revision().observedAt().plusSeconds(9),
                                before.author(),
                                before.engagement()),
                        "acme");
        commit(store, put(before));
        commit(store, put(owned));

        assertThat(total(store, "acme").counts()).isEqualTo(Map.of("own", 1L));
        assertThat(page(store, "acme", Optional.of(before.label("acme")), 10)).isEmpty();

        commit(store, remove(before.id()));
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
    }

    @Test
    void commit_editToOtherBrand_leavesTheFirst() {
        AnalysisStore store = store();
        commit(store, put(Posts.post("1").about("acme").analysis()));
        PostAnalysis edited = Posts.post("1").edit(1, "b").about("zenith").analysis();
        commit(store, put(edited));

        assertThat(total(store, "acme").isEmpty()).isTrue();
        assertThat(page(store, "acme", Optional.empty(), 10)).isEmpty();
        assertThat(total(store, "zenith").posts()).isEqualTo(1);
        assertThat(page(store, "zenith", Optional.empty(), 10)).containsExactly(edited);
    }

    @Test
    void commit_removal_takesAllBackForGood() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();
        commit(store, put(post));

        assertThat(commit(store, remove(post.id()))).containsExactly(Effect.REMOVED);
        assertThat(commit(store, remove(post.id()))).containsExactly(Effect.ALREADY_STORED);
        assertThat(commit(store, put(Posts.post("1").edit(9, "late").analysis())))
                .containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
        assertThat(page(store, "acme", Optional.empty(), 10)).isEmpty();
        assertThat(store.find(WORKSPACE, List.of(post.id())).get(post.id()))
                .isEqualTo(new StoredPost.Tombstone(post.id(), REMOVED));
    }

    @Test
    void commit_removalFirst_keepsThePostOut() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();

        assertThat(commit(store, remove(post.id()), put(post)))
                .containsExactly(Effect.REMOVED, Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
    }

    @Test
    void commit_removalOfAnEditsId_removesTheWholeChain() {
        AnalysisStore store = store();
        commit(store, put(Posts.post("100").analysis()));
        commit(store, put(Posts.post("100").alsoKnownAs("101", "102").edit(2, "c").analysis()));

        assertThat(commit(store, remove(new PostId(Platform.X, "101"))))
                .containsExactly(Effect.REMOVED);

        for (String id : List.of("100", "101", "102")) {
            assertThat(store.post(WORKSPACE, new PostId(Platform.X, id))).as(id).isEmpty();
        }
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
    }

    @Test
    void commit_editsStoredApart_mergeOnceLinked() {
        AnalysisStore store = store();
        commit(store, put(Posts.post("100").feeling(SentimentLabel.NEGATIVE).analysis()));
        commit(store, put(Posts.post("101").edit(1, "b").analysis()));
        PostAnalysis last =
                Posts.post("100")
                        .alsoKnownAs("101", "102")
                        .edit(2, "c")
                        .feeling(SentimentLabel.POSITIVE)
                        .analysis();
        commit(store, put(last));

        assertThat(total(store, "acme")).isEqualTo(WindowCounts.of(last, "acme"));
        assertThat(page(store, "acme", Optional.empty(), 10)).containsExactly(last);
        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "101"))).contains(last);
    }

    @Test
    void commit_moreThanOneTransactionHolds_isExactAndInOrder() {
        AnalysisStore store = store();
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            changes.add(put(Posts.post("p" + i).about("acme", "zenith").analysis()));
            if (i % 10 == 0) {
                changes.add(remove(Posts.post("p" + i).id()));
            }
        }
        List<Effect> effects = store.commit(WORKSPACE, changes);

        assertThat(effects).hasSameSizeAs(changes);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(effects.get(i))
                    .isEqualTo(
                            changes.get(i) instanceof PostChange.Remove
                                    ? Effect.REMOVED
                                    : Effect.STORED);
        }
        assertThat(total(store, "acme").posts()).isEqualTo(207);
        assertThat(total(store, "zenith").posts()).isEqualTo(207);
    }

    @Test
    void commit_postOfManyBrands_isExactThroughEditAndRemoval() {
        AnalysisStore store = store();
        String[] first = brands(0, 130);
        String[] second = brands(60, 200);
        commit(store, put(Posts.post("1").about(first).analysis()));
        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isEqualTo(i < 130 ? 1 : 0);
        }

        commit(store, put(Posts.post("1").about(second).edit(1, "b").analysis()));
        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isEqualTo(i < 60 ? 0 : 1);
        }
        assertThat(store.post(WORKSPACE, Posts.post("1").id()).orElseThrow().brands())
                .containsExactlyInAnyOrder(second);

        commit(store, remove(Posts.post("1").id()));
        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isZero();
        }
        assertThat(page(store, "b100", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void commit_readingWithEveryHead_isFoundAsItWasStored() {
        AnalysisStore store = store();
        PostAnalysis whole = StoreSteps.readWhole();
        commit(store, put(whole));

        assertThat(store.post(WORKSPACE, whole.id())).contains(whole);
    }
}
