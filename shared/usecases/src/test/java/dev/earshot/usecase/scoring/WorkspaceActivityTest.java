package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Reference.Kind;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tests who responded to whom, and whose scores a change can affect. */
final class WorkspaceActivityTest {
    private static final Instant NOW = Entries.NOW;
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(3));
    private static final AuthorRef ANN = Posts.author(1);
    private static final AuthorRef BOB = Posts.author(2);
    private static final AuthorRef CAT = Posts.author(3);
    private static final AuthorRef DAN = Posts.author(4);

    private final Entries entries = new Entries();

    @Test
    void received_responses_comeFromWhoWroteThemAndNotFromUnknownTargets() {
        PostId post = entries.post(1, "acme");
        entries.response(2, Kind.REPLY, post);
        entries.response(3, Kind.REPOST, post);
        entries.response(1, Kind.REPLY, post);
        entries.response(4, Kind.REPLY, Posts.post("404").id());
        WorkspaceActivity activity = entries.activity();

        assertThat(activity.received(ANN))
                .extracting(Interaction::from)
                .containsExactlyInAnyOrder(BOB, CAT, ANN);
        assertThat(activity.audience(ANN)).containsExactlyInAnyOrder(BOB, CAT);
        assertThat(activity.engagers(ANN).keySet()).containsExactlyInAnyOrder(BOB, CAT);
        assertThat(activity.received(DAN)).isEmpty();
        assertThat(activity.size()).isEqualTo(5);
    }

    @Test
    void interaction_ofARepost_hasNoWordsAndOfAReplyHas() {
        PostId post = entries.post(1, "acme");
        entries.response(2, Kind.REPLY, post);
        entries.response(3, Kind.REPOST, post);

        assertThat(entries.activity().received(ANN))
                .allSatisfy(
                        each ->
                                assertThat(each.comment().isPresent())
                                        .isEqualTo(each.from().equals(BOB)));
    }

    @Test
    void brands_ofAnAuthor_areThoseOfItsOwnWordsSinceAMoment() {
        entries.post(1, NOW, List.of("zenith"));
        entries.post(1, NOW, List.of("acme", "zenith"));
        entries.post(1, LONG_AGO, List.of("old"));
        PostId other = entries.post(2, "other");
        entries.post(1, NOW, List.of("shared"), new Reference(Kind.REPOST, other));

        assertThat(entries.activity().brands(ANN, LONG_AGO.plusSeconds(1)))
                .containsExactly("acme", "zenith");
        assertThat(entries.activity().brands(ANN, LONG_AGO))
                .containsExactly("acme", "old", "zenith");
        assertThat(entries.activity().brands(DAN, LONG_AGO)).isEmpty();
    }

    @Test
    void account_seenOften_isAsItWasSeenLastWithADescription() {
        entries.post(account(200), NOW.minusSeconds(20), NOW, List.of());
        entries.post(account(300), NOW.minusSeconds(10), NOW, List.of());
        entries.post(
                new Author(ANN, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                NOW,
                NOW,
                List.of());
        WorkspaceActivity activity = entries.activity();

        assertThat(activity.account(ANN).followers()).hasValue(300);
        assertThat(activity.account(ANN).language()).contains("en");
        assertThat(activity.account(BOB).followers()).isEmpty();
    }

    /** An export is read at one moment, and its older posts state fewer followers. */
    @Test
    void account_sightingsOfOneMoment_isThatOfTheNewestPost() {
        sighted("9", NOW.minusSeconds(2_000), 200);
        sighted("1", NOW.minusSeconds(1_000), 300);

        assertThat(entries.activity().account(ANN).followers()).hasValue(300);
    }

    private void sighted(String id, Instant at, long followers) {
        var post =
                Posts.sighted(
                        Posts.post(id).at(at).analysis(),
                        NOW,
                        Optional.of(account(followers)),
                        Posts.liked(5, 1));
        entries.add(new Entry.Post(AuthorPost.of(post).orElseThrow(), NOW));
    }

    private static Author account(long followers) {
        return Posts.account(ANN, followers);
    }

    @Test
    void kindOf_post_isToldByItsReferences() {
        PostId post = entries.post(1, "acme");
        entries.response(2, Kind.REPLY, post);
        entries.response(3, Kind.REPOST, post);
        entries.response(4, Kind.QUOTE, post);
        WorkspaceActivity activity = entries.activity();

        assertThat(kind(activity, ANN)).isEqualTo(PostFacts.Kind.ORIGINAL);
        assertThat(kind(activity, BOB)).isEqualTo(PostFacts.Kind.REPLY);
        assertThat(kind(activity, CAT)).isEqualTo(PostFacts.Kind.REPOST);
        assertThat(kind(activity, DAN)).isEqualTo(PostFacts.Kind.ORIGINAL);
    }

    private static PostFacts.Kind kind(WorkspaceActivity activity, AuthorRef author) {
        return WorkspaceActivity.kindOf(activity.posts(author).getFirst());
    }

    @Test
    void of_objector_isNeitherAuthorNorAudience() {
        PostId post = entries.post(1, "acme");
        entries.response(2, Kind.REPLY, post);
        entries.response(3, Kind.REPLY, post);
        WorkspaceActivity activity = entries.activity(BOB);

        assertThat(activity.authors()).containsExactlyInAnyOrder(ANN, CAT);
        assertThat(activity.audience(ANN)).containsExactly(CAT);
        assertThat(activity.posts(BOB)).isEmpty();
    }

    @Test
    void touched_writeOfAnAuthor_reachesOneStepInBothDirections() {
        PostId anns = post(1, LONG_AGO);
        PostId bobs = post(2, NOW, new Reference(Kind.REPLY, anns));
        post(3, LONG_AGO, new Reference(Kind.REPLY, bobs));
        PostId dans = post(4, LONG_AGO);
        post(5, LONG_AGO, new Reference(Kind.REPLY, dans));

        assertThat(entries.activity().touched(NOW, Set.of()))
                .containsExactlyInAnyOrder(ANN, BOB, CAT);
        assertThat(entries.activity().touched(NOW.plusSeconds(1), Set.of())).isEmpty();
    }

    @Test
    void touched_removedPost_reachesWhoAnsweredIt() {
        PostId removed = Posts.post("404").id();
        post(1, LONG_AGO, new Reference(Kind.REPLY, removed));
        post(2, LONG_AGO);
        entries.add(new Entry.Gone(ErasureMark.of(removed), NOW));

        assertThat(entries.activity().touched(NOW, Set.of())).containsExactly(ANN);
        assertThat(entries.activity().gone(NOW)).containsExactly(ErasureMark.of(removed));
        assertThat(entries.activity().gone(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void touched_removalMarkedTwice_countsFromTheLaterMoment() {
        entries.add(new Entry.Gone(ErasureMark.of(ANN), NOW));
        entries.add(new Entry.Gone(ErasureMark.of(ANN), LONG_AGO));
        post(1, LONG_AGO);

        assertThat(entries.activity().touched(NOW, Set.of())).containsExactly(ANN);
    }

    @Test
    void touched_newObjector_reachesWhoAnsweredItAndWhomItAnswered() {
        PostId anns = post(1, LONG_AGO);
        PostId bobs = post(2, LONG_AGO, new Reference(Kind.REPLY, anns));
        post(3, LONG_AGO, new Reference(Kind.REPLY, bobs));
        post(4, LONG_AGO);

        assertThat(entries.activity(BOB).touched(NOW, Set.of(ErasureMark.of(BOB))))
                .containsExactlyInAnyOrder(ANN, CAT);
    }

    private PostId post(int author, Instant storedAt, Reference... references) {
        return entries.post(
                Posts.account(Posts.author(author), 10),
                LONG_AGO,
                storedAt,
                List.of("acme"),
                references);
    }
}
