package dev.earshot.testkit.contract;

import static dev.earshot.testkit.contract.StoreSteps.WORKSPACE;
import static dev.earshot.testkit.contract.StoreSteps.commit;
import static dev.earshot.testkit.contract.StoreSteps.page;
import static dev.earshot.testkit.contract.StoreSteps.put;
import static dev.earshot.testkit.contract.StoreSteps.remove;
import static dev.earshot.testkit.contract.StoreSteps.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How all posts of a store are gone through, and attributed anew. Each test uses an empty store.
 */
public abstract class PostScanContract {
    /** The store under test, empty; it must be a {@link PostScan} as well. */
    protected abstract AnalysisStore store();

    @Test
    void parts_ofAStore_holdEachLivePostOnceWithOrWithoutAnAuthor() {
        var store = stored();
        PostAnalysis gone = Posts.post("gone").analysis();
        PostAnalysis elsewhere = Posts.post("1").in(new WorkspaceId("acme2")).analysis();
        PostAnalysis chain = Posts.post("100").alsoKnownAs("101").edit(1, "b").analysis();
        var expected = new ArrayList<PostId>();
        for (int i = 0; i < 40; i++) {
            PostAnalysis post = Posts.post("p" + i).analysis();
            commit(store.posts(), put(i % 2 == 0 ? post : withoutAuthor(post)));
            expected.add(post.id());
        }
        commit(store.posts(), put(gone), remove(gone.id()), put(chain));
        expected.add(chain.id());
        store.posts().commit(elsewhere.workspace(), List.of(put(elsewhere)));

        for (int limit : List.of(1, 3, 100)) {
            assertThat(all(store.scan(), limit))
                    .extracting(PostAnalysis::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void attribution_ofAStoredPost_movesItsCountsAndListing() {
        var store = stored();
        PostAnalysis post = Posts.post("1").about("acme").analysis();
        commit(store.posts(), put(post));

        var claim =
                new PostChange.Attribute(
                        post.id(),
                        post.revision(),
                        List.of("zenith", "acme"),
                        List.of("zenith"),
                        List.of("zenith"),
                        List.of());
        assertThat(store.posts().commit(WORKSPACE, List.of(claim)))
                .containsExactly(Effect.REPLACED);
        assertThat(store.posts().commit(WORKSPACE, List.of(claim)))
                .containsExactly(Effect.ALREADY_STORED);

        PostAnalysis claimed = store.posts().post(WORKSPACE, post.id()).orElseThrow();
        assertThat(claimed.brands()).containsExactly("zenith");
        assertThat(claimed.context().unread()).containsExactly("zenith");
        assertThat(total(store.posts(), "acme").isEmpty()).isTrue();
        assertThat(total(store.posts(), "zenith").sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
        assertThat(page(store.posts(), "acme", Optional.empty(), 9)).isEmpty();
        assertThat(page(store.posts(), "zenith", Optional.of(SentimentLabel.ABSTAIN), 9))
                .containsExactly(claimed);

        commit(store.posts(), remove(post.id()));
        assertThat(total(store.posts(), "zenith").isEmpty()).isTrue();
    }

    @Test
    void attribution_ofAnEarlierState_isLostToTheEdit() {
        var store = stored();
        PostAnalysis first = Posts.post("1").about("acme").analysis();
        PostAnalysis edited = Posts.post("1").edit(1, "b").about("acme").analysis();
        commit(store.posts(), put(first), put(edited));

        var claim =
                new PostChange.Attribute(
                        first.id(),
                        first.revision(),
                        List.of("zenith"),
                        List.of("zenith"),
                        List.of(),
                        List.of());

        assertThat(store.posts().commit(WORKSPACE, List.of(claim)))
                .containsExactly(Effect.ALREADY_STORED);
        assertThat(store.posts().post(WORKSPACE, first.id())).contains(edited);
        assertThat(total(store.posts(), "zenith").isEmpty()).isTrue();
    }

    private record Both(AnalysisStore posts, PostScan scan) {}

    private Both stored() {
        AnalysisStore store = store();
        return new Both(store, (PostScan) store);
    }

    private static List<PostAnalysis> all(PostScan scan, int limit) {
        var all = new ArrayList<PostAnalysis>();
        for (int part = 0; part < PostScan.PARTS; part++) {
            Optional<PostId> after = Optional.empty();
            do {
                PostScan.Page page = scan.part(WORKSPACE, part, after, limit);
                assertThat(page.posts()).hasSizeLessThanOrEqualTo(limit);
                all.addAll(page.posts());
                after = page.next();
            } while (after.isPresent());
        }
        return all;
    }

    private static PostAnalysis withoutAuthor(PostAnalysis post) {
        return Posts.sighted(
                post, post.revision().observedAt(), Optional.empty(), post.engagement());
    }
}
