package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.store.InMemoryAnalysisStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

class PostPagesTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:30Z");

    private final InMemoryAnalysisStore store = new InMemoryAnalysisStore();
    private final PostPages pages =
            new PostPages(store, new Cursors(new byte[16]), InstantSource.fixed(NOW));

    @Test
    void page_fivePostsByTwo_areThreePagesNewestFirst() {
        posts(5);

        PostPages.Page first = pages.page(query(2));
        PostPages.Page second = pages.page(after(first, query(2)));
        PostPages.Page third = pages.page(after(second, query(2)));

        assertThat(ids(first)).containsExactly("5", "4");
        assertThat(ids(second)).containsExactly("3", "2");
        assertThat(ids(third)).containsExactly("1");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void page_thatIsExactlyFull_isFollowedByAnEmptyOne() {
        posts(2);

        PostPages.Page full = pages.page(query(2));
        PostPages.Page last = pages.page(after(full, query(2)));

        assertThat(ids(full)).containsExactly("2", "1");
        assertThat(last.posts()).isEmpty();
        assertThat(last.next()).isEmpty();
    }

    @Test
    void page_postThatArrivesBetweenTwoPages_neitherRepeatsNorHidesAny() {
        posts(3);
        PostPages.Page first = pages.page(query(2));
        store("late", DAY.plusSeconds(3 * 60 + 1));

        assertThat(ids(pages.page(after(first, query(2))))).containsExactly("1");
    }

    @Test
    void page_withoutARange_endsWithTheCurrentMinute() {
        assertThat(pages.page(query(2)).range())
                .isEqualTo(
                        new TimeRange(
                                Instant.parse("1990-01-01T00:00:00Z"),
                                Instant.parse("2026-03-02T00:01:00Z")));
    }

    @Test
    void page_cursorOfOtherFilters_isRefused() {
        posts(3);
        PostPages.Page first = pages.page(query(2));
        PostPages.Query other =
                new PostPages.Query(
                        Posts.WORKSPACE,
                        "acme",
                        Optional.of(SentimentLabel.NEGATIVE),
                        PostTraits.ANY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        2);

        assertRefused(
                after(first, other),
                "cursor",
                "cursor must be one that this very listing gave, with the same filters");
    }

    @Test
    void page_rangeThatMovesWhileACursorIsFollowed_isRefused() {
        posts(3);
        PostPages.Page first = pages.page(between(Optional.of(DAY), Optional.of(NOW)));

        assertThat(ids(pages.page(after(first, between(Optional.of(DAY), Optional.of(NOW))))))
                .containsExactly("1");
        assertRefused(
                after(first, between(Optional.of(DAY.plusSeconds(1)), Optional.empty())),
                "from",
                "from must stay 2026-03-01T00:00:00Z while a cursor is followed, got"
                        + " 2026-03-01T00:00:01Z");
        assertRefused(
                after(first, between(Optional.empty(), Optional.of(DAY))),
                "to",
                "to must stay 2026-03-02T00:00:30Z while a cursor is followed, got"
                        + " 2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void page_limitOutside1To100_isRefused(int limit) {
        assertRefused(query(limit), "limit", "limit must be 1 to 100, got " + limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void page_limitAtItsBounds_isTaken(int limit) {
        posts(1);

        assertThat(ids(pages.page(query(limit)))).containsExactly("1");
    }

    @Test
    void page_traitThatFewPostsHave_looksAtSomeOfThemAndSaysUpToWhen() {
        store.commit(
                Posts.WORKSPACE,
                List.of(
                        new PostChange.Store(
                                Posts.post("klingon")
                                        .at(DAY)
                                        .feeling(SentimentLabel.ABSTAIN)
                                        .analysis())));
        posts(PostPages.MOST_LOOKED_AT + 1);
        PostPages.Query query = inLanguage("tlh");

        PostPages.Page first = pages.page(query);
        PostPages.Page second = pages.page(after(first, query));

        assertThat(first.posts()).isEmpty();
        // The first post but one, a minute after it.
        assertThat(first.unreadBefore()).contains(DAY.plusSeconds(120));
        assertThat(ids(second)).containsExactly("klingon");
        assertThat(second.next()).isEmpty();
        assertThat(second.unreadBefore()).isEmpty();
    }

    @Test
    void page_traitThatManyPostsHave_isFullAndGoesOnAfterItsLastPost() {
        posts(5);

        PostPages.Page first = pages.page(inLanguage("en"));
        PostPages.Page second = pages.page(after(first, inLanguage("en")));

        assertThat(ids(first)).containsExactly("5", "4");
        assertThat(first.unreadBefore()).isEmpty();
        assertThat(ids(second)).containsExactly("3", "2");
    }

    private static PostPages.Query inLanguage(String tag) {
        return new PostPages.Query(
                Posts.WORKSPACE,
                "acme",
                Optional.empty(),
                new PostTraits(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(tag),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(DAY),
                Optional.of(DAY.plusSeconds(400_000)),
                Optional.empty(),
                2);
    }

    private void assertRefused(PostPages.Query query, String parameter, String message) {
        assertThatThrownBy(() -> pages.page(query))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
                .hasMessage(message);
    }

    private void posts(int count) {
        for (int i = 1; i <= count; i++) {
            store(Integer.toString(i), DAY.plusSeconds(60L * i));
        }
    }

    private void store(String id, Instant at) {
        store.commit(
                Posts.WORKSPACE,
                List.of(new PostChange.Store(Posts.post(id).at(at).about("acme").analysis())));
    }

    private static List<String> ids(PostPages.Page page) {
        return page.posts().stream().map(post -> post.id().nativeId()).toList();
    }

    private static PostPages.Query query(int limit) {
        return query(Optional.empty(), Optional.empty(), limit);
    }

    private static PostPages.Query between(Optional<Instant> from, Optional<Instant> to) {
        return query(from, to, 2);
    }

    private static PostPages.Query query(Optional<Instant> from, Optional<Instant> to, int limit) {
        return new PostPages.Query(
                Posts.WORKSPACE,
                "acme",
                Optional.empty(),
                PostTraits.ANY,
                from,
                to,
                Optional.empty(),
                limit);
    }

    private static PostPages.Query after(PostPages.Page page, PostPages.Query query) {
        assertThat(page.next()).isPresent();
        return new PostPages.Query(
                query.workspace(),
                query.brandId(),
                query.sentiment(),
                query.traits(),
                query.from(),
                query.to(),
                page.next(),
                query.limit());
    }
}
