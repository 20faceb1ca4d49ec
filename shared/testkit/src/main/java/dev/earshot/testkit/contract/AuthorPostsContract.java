package dev.earshot.testkit.contract;

import static dev.earshot.testkit.Posts.WORKSPACE;
import static dev.earshot.testkit.Posts.account;
import static dev.earshot.testkit.Posts.author;
import static dev.earshot.testkit.Posts.liked;
import static dev.earshot.testkit.Posts.sighted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.AuthorDays;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What every {@link AuthorPosts} must do together with its {@link AnalysisStore}. Both start empty.
 */
public abstract class AuthorPostsContract {
    private static final AuthorRef ANN = author(1);
    private static final AuthorRef BEN = author(2);
    private static final Instant SEEN = Posts.PUBLISHED.plusSeconds(600);
    private static final Instant REMOVED = Posts.PUBLISHED.plusSeconds(9_000);

    /** The two ports of one store. */
    public record Stores(AnalysisStore posts, AuthorPosts authors) {}

    /** The stores under test, over one empty table. */
    protected abstract Stores stores();

    @Test
    void posts_stored_areReadBackWhole() {
        Stores stores = stores();
        PostAnalysis post =
                sighted(
                        Posts.post("7#7")
                                .about("acme", "zenith")
                                .feeling(SentimentLabel.POSITIVE)
                                .analysis(),
                        SEEN,
                        Optional.of(account(ANN, 1_000)),
                        liked(12, 3),
                        reply("5", Optional.of(BEN)),
                        new Reference(Reference.Kind.QUOTE, x("4")));
        store(stores, post);

        assertThat(stores.authors().posts(WORKSPACE, ANN))
                .containsExactly(AuthorPost.of(post).orElseThrow());
        assertThat(stores.posts().post(WORKSPACE, post.id())).contains(post);
        assertThat(stores.authors().posts(WORKSPACE, BEN)).isEmpty();
        assertThat(stores.authors().workspaces()).containsExactly(WORKSPACE);
    }

    @Test
    void posts_withoutAuthor_belongToNobody() {
        Stores stores = stores();
        store(stores, sighted(Posts.post("1").analysis(), SEEN, Optional.empty(), liked(1, 1)));

        assertThat(entries(stores)).isEmpty();
    }

    @Test
    void posts_ofTwoAuthors_areKeptApartAndInOrder() {
        Stores stores = stores();
        store(stores, by(ANN, Posts.post("2").at(Posts.PUBLISHED.plusSeconds(5))));
        store(stores, by(BEN, Posts.post("3")));
        store(stores, by(ANN, Posts.post("1")));

        assertThat(ids(stores, ANN)).containsExactly("1", "2");
        assertThat(ids(stores, BEN)).containsExactly("3");
        assertThat(stores.authors().posts(new WorkspaceId("other"), ANN)).isEmpty();
    }

    @Test
    void posts_sightedAgain_haveTheCountsSeenLast() {
        Stores stores = stores();
        PostAnalysis early = sighted(Posts.post("1").analysis(), SEEN, ann(100), liked(10, 1));
        PostAnalysis late =
                sighted(Posts.post("1").analysis(), SEEN.plusSeconds(60), ann(90), liked(8, 2));
        store(stores, late);
        assertThat(store(stores, early)).isEqualTo(Effect.ALREADY_STORED);
        store(stores, late);

        AuthorPost kept = stores.authors().posts(WORKSPACE, ANN).getFirst();
        assertThat(kept.engagement()).isEqualTo(liked(8, 2));
        assertThat(kept.author().followers()).hasValue(90);
        assertThat(days(stores, ANN).getFirst().interactions()).isEqualTo(10);
        assertThat(days(stores, ANN).getFirst().followers()).hasValue(90);
    }

    @Test
    void posts_sightedAgainWithoutCounts_keepThoseKnown() {
        Stores stores = stores();
        store(stores, sighted(Posts.post("1").analysis(), SEEN, ann(100), liked(10, 1)));
        store(
                stores,
                sighted(
                        Posts.post("1").analysis(),
                        SEEN.plusSeconds(60),
                        Optional.of(Author.of(ANN)),
                        Engagement.UNKNOWN));

        AuthorPost kept = stores.authors().posts(WORKSPACE, ANN).getFirst();
        assertThat(kept.engagement()).isEqualTo(liked(10, 1));
        assertThat(kept.engagementSeenAt()).isEqualTo(SEEN);
        assertThat(kept.author().followers()).hasValue(100);
    }

    @Test
    void posts_edited_moveWithTheirBrand() {
        Stores stores = stores();
        store(stores, by(ANN, Posts.post("1").about("acme")));
        store(stores, by(ANN, Posts.post("1").edit(1, "b").about("zenith")));

        assertThat(days(stores, ANN).getFirst().brands()).containsOnlyKeys("zenith");
        assertThat(ids(stores, ANN)).containsExactly("1");
    }

    @Test
    void posts_removed_areGoneAndLeaveAMark() {
        Stores stores = stores();
        store(stores, by(ANN, Posts.post("1")));
        remove(stores, "1");
        store(stores, by(ANN, Posts.post("1")));

        assertThat(stores.authors().posts(WORKSPACE, ANN)).isEmpty();
        assertThat(entries(stores))
                .extracting(entry -> ((Entry.Gone) entry).mark())
                .containsExactlyInAnyOrder(ErasureMark.of(ANN), ErasureMark.of(x("1")));
    }

    @Test
    void answer_removed_marksWhoeverWasAnswered() {
        Stores stores = stores();
        store(
                stores,
                sighted(
                        Posts.post("1").analysis(),
                        SEEN,
                        ann(1),
                        liked(0, 0),
                        reply("5", Optional.of(BEN))));
        store(
                stores,
                sighted(
                        Posts.post("2").analysis(),
                        SEEN,
                        ann(1),
                        liked(0, 0),
                        reply("6", Optional.empty())));
        remove(stores, "1");
        remove(stores, "2");

        assertThat(entries(stores))
                .filteredOn(Entry.Gone.class::isInstance)
                .extracting(entry -> ((Entry.Gone) entry).mark())
                .contains(ErasureMark.of(ANN), ErasureMark.of(BEN), ErasureMark.of(x("6")));
    }

    @Test
    void author_correctedLater_takesThePostAlong() {
        Stores stores = stores();
        store(stores, sighted(Posts.post("1").analysis(), SEEN, ann(5), liked(1, 0)));
        store(
                stores,
                sighted(
                        Posts.post("1").analysis(),
                        SEEN.plusSeconds(9),
                        Optional.of(account(BEN, 7)),
                        liked(1, 0)));

        assertThat(stores.authors().posts(WORKSPACE, ANN)).isEmpty();
        assertThat(ids(stores, BEN)).containsExactly("1");
    }

    @Test
    void part_holdsThePartsAuthorsAlone() {
        Stores stores = stores();
        for (int i = 0; i < 40; i++) {
            store(stores, by(author(i), Posts.post("" + (100 + i))));
        }

        for (int i = 0; i < 40; i++) {
            AuthorRef author = author(i);
            assertThat(stores.authors().part(WORKSPACE, AuthorPosts.partOf(author)))
                    .anySatisfy(
                            entry ->
                                    assertThat(((Entry.Post) entry).post().author().ref())
                                            .isEqualTo(author));
        }
        assertThat(entries(stores)).hasSize(40);
    }

    @Test
    void entry_rewritten_tellsWhen() {
        Stores stores = stores();
        store(stores, by(ANN, Posts.post("1")));

        assertThat(entries(stores))
                .singleElement()
                .satisfies(entry -> assertThat(entry.writtenAt()).isAfter(Posts.PUBLISHED));
    }

    private static PostAnalysis by(AuthorRef author, Posts post) {
        PostAnalysis state = post.analysis();
        return sighted(
                state,
                state.revision().observedAt(),
                Optional.of(account(author, 50)),
                liked(2, 1));
    }

    private static Optional<Author> ann(long followers) {
        return Optional.of(account(ANN, followers));
    }

    private static Reference reply(String target, Optional<AuthorRef> author) {
        return new Reference(Reference.Kind.REPLY, x(target), author);
    }

    private static PostId x(String id) {
        return new PostId(Platform.X, id);
    }

    private static Effect store(Stores stores, PostAnalysis post) {
        return stores.posts().commit(WORKSPACE, List.of(new PostChange.Store(post))).getFirst();
    }

    private static void remove(Stores stores, String id) {
        stores.posts().commit(WORKSPACE, List.of(new PostChange.Remove(x(id), REMOVED)));
    }

    private static List<String> ids(Stores stores, AuthorRef author) {
        return stores.authors().posts(WORKSPACE, author).stream()
                .map(post -> post.id().nativeId())
                .toList();
    }

    private static List<AuthorDay> days(Stores stores, AuthorRef author) {
        return AuthorDays.of(stores.authors().posts(WORKSPACE, author));
    }

    private static List<Entry> entries(Stores stores) {
        return IntStream.range(0, AuthorPosts.PARTS)
                .boxed()
                .flatMap(part -> stream(stores, part))
                .toList();
    }

    private static Stream<Entry> stream(Stores stores, int part) {
        return stores.authors().part(WORKSPACE, part).stream();
    }
}
