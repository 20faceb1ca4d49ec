package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.contract.ScoreStoreContract;
import dev.earshot.testkit.store.InMemoryScoreStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class InfluencerPagesTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Optional<String> ANY_TOPIC = Optional.empty();

    private final InMemoryScoreStore store = new InMemoryScoreStore();
    private final InfluencerPages pages = new InfluencerPages(store, new Cursors(new byte[16]));

    @Test
    void page_threeAuthorsByTwo_ranksGoOnOverThePages() {
        scored(1, 30, 10);
        scored(2, 60, 20);
        scored(3, 45, 30);

        InfluencerPages.Page first = pages.page(query(ANY_TOPIC, OptionalLong.empty(), 2));
        InfluencerPages.Page second =
                pages.page(after(first, query(ANY_TOPIC, OptionalLong.empty(), 2)));

        assertThat(first.firstRank()).isEqualTo(1);
        assertThat(first.places())
                .extracting(place -> place.author())
                .containsExactly(Posts.author(2), Posts.author(3));
        assertThat(second.firstRank()).isEqualTo(3);
        assertThat(second.places())
                .extracting(place -> place.author())
                .containsExactly(Posts.author(1));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void page_withFilters_ranksAmongThoseThatPassThem() {
        scored(1, 30, 10);
        scored(2, 60, 20);
        scored(3, 45, 30);
        InfluencerPages.Query ofMany =
                query(Optional.of("tea"), OptionalLong.of(15), Optional.of(Platform.X), 1);

        InfluencerPages.Page first = pages.page(ofMany);
        InfluencerPages.Page second = pages.page(after(first, ofMany));

        assertThat(first.places())
                .extracting(place -> place.author())
                .containsExactly(Posts.author(2));
        assertThat(second.firstRank()).isEqualTo(2);
        assertThat(second.places())
                .extracting(place -> place.author())
                .containsExactly(Posts.author(3));
        assertThat(pages.page(after(second, ofMany)).places()).isEmpty();
    }

    @Test
    void page_cursorOfOtherFilters_isRefused() {
        scored(1, 30, 10);
        InfluencerPages.Page first = pages.page(query(ANY_TOPIC, OptionalLong.empty(), 1));

        assertThatThrownBy(() -> pages.page(after(first, query(ANY_TOPIC, OptionalLong.of(1), 1))))
                .isInstanceOf(QueryException.class)
                .hasMessage(
                        "cursor must be one that this very listing gave, with the same filters");
    }

    @Test
    void page_limitOf0_isRefused() {
        assertThatThrownBy(() -> pages.page(query(ANY_TOPIC, OptionalLong.empty(), 0)))
                .hasMessage("limit must be 1 to 100, got 0");
    }

    private void scored(int author, double score, long followers) {
        store.replace(
                WORKSPACE,
                Posts.author(author),
                Audience.of(List.of()),
                List.of(
                        new ScoredAuthor(
                                ScoreStoreContract.score(Posts.author(author), "acme", score, NOW),
                                OptionalLong.of(followers),
                                List.of(
                                        new ScoredAuthor.OnTopic(
                                                "tea", score, score, score, "on tea")))));
    }

    private static InfluencerPages.Query query(
            Optional<String> topic, OptionalLong minFollowers, int limit) {
        return query(topic, minFollowers, Optional.empty(), limit);
    }

    private static InfluencerPages.Query query(
            Optional<String> topic,
            OptionalLong minFollowers,
            Optional<Platform> platform,
            int limit) {
        return new InfluencerPages.Query(
                WORKSPACE, "acme", topic, platform, minFollowers, Optional.empty(), limit);
    }

    private static InfluencerPages.Query after(
            InfluencerPages.Page page, InfluencerPages.Query query) {
        assertThat(page.next()).isPresent();
        return new InfluencerPages.Query(
                query.workspace(),
                query.brandId(),
                query.topic(),
                query.platform(),
                query.minFollowers(),
                page.next(),
                query.limit());
    }
}
