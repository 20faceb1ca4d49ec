package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.feedback.Labels;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every {@link FeedbackStore} must do. Each test uses empty stores. */
public abstract class FeedbackStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** Where the posts are. */
    protected abstract AnalysisStore posts();

    /** The store under test. */
    protected abstract FeedbackStore store();

    @Test
    void put_ofAStoredPost_isListedWithWhatWasShown() {
        PostAnalysis post =
                stored(Posts.post("a:b#1").with(Posts.readWhole("acme", "zenith")).analysis());
        Feedback feedback =
                Feedback.of(
                        post,
                        new Labels(
                                Optional.of(SentimentLabel.NEGATIVE),
                                Map.of("acme", SentimentLabel.MIXED)),
                        NOON,
                        "key 1");

        assertThat(store().put(feedback)).isTrue();
        assertThat(store().list(post.workspace(), Optional.empty(), 10)).containsExactly(feedback);
        assertThat(feedback.shown().post()).contains(SentimentLabel.MIXED);
        assertThat(feedback.shown().brands()).containsEntry("acme", SentimentLabel.POSITIVE);
        assertThat(feedback.model()).contains(Posts.MODEL);
        assertThat(store().list(new WorkspaceId("other"), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void put_again_keepsTheLatest() {
        PostAnalysis post = stored(Posts.post("1").analysis());
        store().put(feedback(post, SentimentLabel.NEGATIVE));
        store().put(feedback(post, SentimentLabel.POSITIVE));

        assertThat(store().list(post.workspace(), Optional.empty(), 10))
                .containsExactly(feedback(post, SentimentLabel.POSITIVE));
    }

    @Test
    void put_ofAPostThatIsNotThere_storesNothing() {
        PostAnalysis post = Posts.post("1").analysis();

        assertThat(store().put(feedback(post, SentimentLabel.NEGATIVE))).isFalse();
        assertThat(store().list(post.workspace(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void removal_ofAPost_removesItsFeedback() {
        PostAnalysis gone = stored(Posts.post("1").analysis());
        PostAnalysis kept = stored(Posts.post("2").analysis());
        store().put(feedback(gone, SentimentLabel.NEGATIVE));
        store().put(feedback(kept, SentimentLabel.NEGATIVE));

        posts().commit(gone.workspace(), List.of(new PostChange.Remove(gone.id(), NOON)));

        assertThat(store().list(gone.workspace(), Optional.empty(), 10))
                .extracting(Feedback::post)
                .containsExactly(kept.id());
        assertThat(store().put(feedback(gone, SentimentLabel.NEGATIVE))).isFalse();
    }

    @Test
    void list_pages_areInOrderOfTheIds() {
        for (String id : List.of("3", "1", "5", "2", "4")) {
            store().put(feedback(stored(Posts.post(id).analysis()), SentimentLabel.NEUTRAL));
        }
        List<Feedback> first = store().list(Posts.WORKSPACE, Optional.empty(), 3);
        List<Feedback> rest = store().list(Posts.WORKSPACE, Optional.of(first.getLast().post()), 3);

        assertThat(first).extracting(each -> each.post().nativeId()).containsExactly("1", "2", "3");
        assertThat(rest).extracting(each -> each.post().nativeId()).containsExactly("4", "5");
    }

    private PostAnalysis stored(PostAnalysis post) {
        posts().commit(post.workspace(), List.of(new PostChange.Store(post)));
        return post;
    }

    private static Feedback feedback(PostAnalysis post, SentimentLabel label) {
        return Feedback.of(post, new Labels(Optional.of(label), Map.of()), NOON, "key 1");
    }
}
