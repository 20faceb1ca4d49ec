package dev.earshot.testkit.contract;

import static dev.earshot.testkit.contract.StoreSteps.WORKSPACE;
import static dev.earshot.testkit.contract.StoreSteps.brands;
import static dev.earshot.testkit.contract.StoreSteps.commit;
import static dev.earshot.testkit.contract.StoreSteps.page;
import static dev.earshot.testkit.contract.StoreSteps.put;
import static dev.earshot.testkit.contract.StoreSteps.remove;
import static dev.earshot.testkit.contract.StoreSteps.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Revision;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How every {@link AnalysisStore} handles a state that arrives again, read by the same or other
 * models. Each test uses an empty store.
 */
public abstract class RereadPostsContract {
    private static final ModelVersion NEWER = new ModelVersion("text", "2026-12", "cd".repeat(32));

    /** The store under test, empty. */
    protected abstract AnalysisStore store();

    @Test
    void commit_laterSighting_keepsTheResultAndMovesTheTime() {
        AnalysisStore store = store();
        PostAnalysis first = Posts.post("1").analysis();
        Revision seen = first.revision();
        var again = new Revision(seen.edit(), seen.observedAt().plusSeconds(99), seen.digest());
        commit(store, put(first));

        assertThat(commit(store, put(Posts.post("1").with(again).analysis())))
                .containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, first.id()).orElseThrow().revision()).isEqualTo(again);
        assertThat(total(store, "acme").posts()).isEqualTo(1);
    }

    @Test
    void commit_sameStateReadByNewerModels_replacesTheResultAndMovesTheCountsOnce() {
        AnalysisStore store = store();
        SealedText sealed = new SealedText("raw/1", 0, 9, new byte[32]);
        PostAnalysis first =
                Posts.post("1").feeling(SentimentLabel.POSITIVE).sealedAs(sealed).analysis();
        PostAnalysis again =
                Posts.post("1")
                        .feeling(SentimentLabel.NEGATIVE)
                        .about("acme", "zenith")
                        .analysis()
                        .madeBy(List.of(NEWER));
        commit(store, put(first));

        assertThat(commit(store, put(again), put(again)))
                .containsExactly(Effect.REPLACED, Effect.ALREADY_STORED);
        assertThat(commit(store, put(first))).containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, first.id())).contains(again.withText(sealed));
        assertThat(total(store, "acme")).isEqualTo(WindowCounts.of(again, "acme"));
        assertThat(total(store, "zenith").posts()).isEqualTo(1);
        assertThat(page(store, "acme", Optional.of(SentimentLabel.POSITIVE), 10)).isEmpty();
        assertThat(page(store, "acme", Optional.of(SentimentLabel.NEGATIVE), 10)).hasSize(1);
    }

    @Test
    void commit_sameStateThatModelsOfOtherNamesReadInVain_remembersThoseModels() {
        AnalysisStore store = store();
        PostAnalysis unread = Posts.post("1").feeling(SentimentLabel.ABSTAIN).analysis();
        var other = new ModelVersion("a-further-one", "2026.1", "3".repeat(64));
        commit(store, put(unread));

        assertThat(commit(store, put(unread.madeBy(List.of(other)))))
                .containsExactly(Effect.REPLACED);
        PostAnalysis kept = store.post(WORKSPACE, unread.id()).orElseThrow();

        assertThat(kept.models()).containsExactly(other);
        assertThat(kept.context().seenBy())
                .containsExactly(
                        Map.entry(
                                unread.models().getFirst().name(),
                                unread.models().getFirst().revision()));
        assertThat(commit(store, put(unread))).containsExactly(Effect.ALREADY_STORED);
        assertThat(store.post(WORKSPACE, unread.id())).contains(kept);
    }

    @Test
    void commit_sameStateOfManyBrandsReadByNewerModels_isExact() {
        AnalysisStore store = store();
        commit(store, put(Posts.post("1").about(brands(0, 130)).analysis()));
        PostAnalysis again =
                Posts.post("1")
                        .feeling(SentimentLabel.NEGATIVE)
                        .about(brands(60, 200))
                        .analysis()
                        .madeBy(List.of(NEWER));

        commit(store, put(again));

        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isEqualTo(i < 60 ? 0 : 1);
        }
        assertThat(store.post(WORKSPACE, again.id())).contains(again);
        assertThat(commit(store, put(again))).containsExactly(Effect.ALREADY_STORED);
    }

    @Test
    void commit_removedPostReadByNewerModels_staysOut() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();
        commit(store, put(post), remove(post.id()));

        assertThat(commit(store, put(post.madeBy(List.of(NEWER)))))
                .containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
    }
}
