package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.store.StoreException;
import dev.earshot.query.EpisodePages.Found;
import dev.earshot.query.EpisodePages.Query;
import dev.earshot.testkit.Episodes;
import dev.earshot.testkit.store.InMemoryEpisodeHistory;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class EpisodePagesTest {
    private static final Instant NOON = Episodes.NOON;

    private final InMemoryEpisodeHistory history = new InMemoryEpisodeHistory();
    private final Cursors cursors = new Cursors(new byte[16]);
    private final EpisodePages pages = new EpisodePages(history, cursors);

    private static Query query(Set<EpisodeState> states, Set<TrendKind> kinds, String... brands) {
        return new Query(
                Episodes.WORKSPACE,
                List.of(brands),
                states,
                kinds,
                NOON,
                NOON.plus(Duration.ofDays(1)));
    }

    private static EpisodeChange opened(String brand, TrendKind kind, Duration afterNoon) {
        Instant start = NOON.plus(afterNoon);
        return Episodes.change(brand, kind, start, EpisodeState.OPEN, 1, 30, 10, start);
    }

    private static List<String> brands(ItemPage<Found> page) {
        return page.items().stream().map(found -> found.episode().brand()).toList();
    }

    @Test
    void page_ofSeveralBrands_goesThroughAllLatestFirstAndEnds() {
        history.add(
                List.of(
                        opened("acme", TrendKind.MENTIONS, Duration.ZERO),
                        opened("birch", TrendKind.MENTIONS, Duration.ofHours(2)),
                        opened("cedar", TrendKind.MENTIONS, Duration.ofHours(1)),
                        // Begins with another: the order is by id then.
                        opened("dune", TrendKind.MENTIONS, Duration.ofHours(1))));
        Query all = query(Set.of(), Set.of(), "acme", "birch", "cedar", "dune");

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ItemPage<Found> page = pages.page(all, cursor, 1);
            seen.addAll(brands(page));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).hasSize(4).startsWith("birch").endsWith("acme");
        assertThat(seen.subList(1, 3)).containsExactlyInAnyOrder("cedar", "dune");
        assertThat(brands(pages.page(all, Optional.empty(), 100))).isEqualTo(seen);
    }

    @Test
    void page_ofAnEpisodeThatChanged_showsItAsItsLastChangeLeftIt() {
        EpisodeChange open = Episodes.open("acme", 30, 10);
        EpisodeChange grew = Episodes.next(open, EpisodeState.GREW, 70, Duration.ofMinutes(20));
        history.add(List.of(grew, open));

        List<Found> items =
                pages.page(query(Set.of(), Set.of(), "acme"), Optional.empty(), 10).items();

        assertThat(items).hasSize(1);
        assertThat(items.getFirst().episode().state()).isEqualTo(EpisodeState.GREW);
        assertThat(items.getFirst().changed()).isEqualTo(grew.at());
        assertThat(items.getFirst().part()).isFalse();
    }

    @Test
    void page_ofStatesAndKinds_leavesOutTheOthers() {
        EpisodeChange mentions = opened("acme", TrendKind.MENTIONS, Duration.ZERO);
        history.add(
                List.of(
                        mentions,
                        Episodes.next(mentions, EpisodeState.RESOLVED, 40, Duration.ofHours(1)),
                        opened("acme", TrendKind.COMPLAINT_SHARE, Duration.ofHours(3))));

        assertThat(kinds(Set.of(EpisodeState.OPEN), Set.of()))
                .containsExactly(TrendKind.COMPLAINT_SHARE);
        assertThat(kinds(Set.of(), Set.of(TrendKind.MENTIONS))).containsExactly(TrendKind.MENTIONS);
        assertThat(kinds(Set.of(EpisodeState.OPEN), Set.of(TrendKind.MENTIONS))).isEmpty();
    }

    private List<TrendKind> kinds(Set<EpisodeState> states, Set<TrendKind> kinds) {
        return pages.page(query(states, kinds, "acme"), Optional.empty(), 10).items().stream()
                .map(found -> found.episode().kind())
                .toList();
    }

    @Test
    void page_withAnotherQuerysCursor_isRefused() {
        history.add(
                List.of(
                        opened("acme", TrendKind.MENTIONS, Duration.ZERO),
                        opened("birch", TrendKind.MENTIONS, Duration.ofHours(2))));
        Optional<String> next =
                pages.page(query(Set.of(), Set.of(), "acme", "birch"), Optional.empty(), 1).next();

        assertThat(next).isPresent();
        assertThatThrownBy(
                        () ->
                                pages.page(
                                        query(Set.of(EpisodeState.OPEN), Set.of(), "acme"),
                                        next,
                                        1))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("with the same state and kind");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void page_ofTooFewOrTooMany_isRefused(int limit) {
        assertThatThrownBy(
                        () ->
                                pages.page(
                                        query(Set.of(), Set.of(), "acme"), Optional.empty(), limit))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("between 1 and 100, got " + limit);
    }

    @Test
    void page_whoseStoreIsAway_failsAsTheStoreDoes() {
        EpisodePages away =
                new EpisodePages(
                        (workspace, brand, from, to) -> {
                            throw new StoreException(
                                    "the table is away", new java.io.IOException("no answer"));
                        },
                        cursors);

        assertThatThrownBy(
                        () ->
                                away.page(
                                        query(Set.of(), Set.of(), Episode.ALL_BRANDS),
                                        Optional.empty(),
                                        1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the table is away");
    }
}
