package dev.earshot.query;

import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.shock.Shock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pages through the episodes of several brands, those that began last first. Each page reads the
 * changes of all brands, side by side. Thread-safe.
 */
public final class EpisodePages {
    private static final int MAX_LIMIT = 100;

    /** That is the order of pages: within one moment by id. */
    private static final Comparator<Found> LATEST_FIRST =
            Comparator.comparing((Found found) -> found.episode().start())
                    .reversed()
                    .thenComparing(found -> found.episode().id());

    private final EpisodeHistory history;
    private final Cursors cursors;

    public EpisodePages(EpisodeHistory history, Cursors cursors) {
        this.history = history;
        this.cursors = cursors;
    }

    /**
     * What is asked for.
     *
     * @param brands whose episodes; {@link Episode#ALL_BRANDS} for what many have in common
     * @param states of these alone; empty for all
     * @param kinds of these alone; empty for all
     * @param since only episodes that began, grew or ended then or later
     * @param until only those that did before
     */
    public record Query(
            WorkspaceId workspace,
            List<String> brands,
            Set<EpisodeState> states,
            Set<TrendKind> kinds,
            Instant since,
            Instant until) {
        public Query {
            brands = List.copyOf(brands);
            states = Set.copyOf(states);
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * An episode as its last change left it.
     *
     * @param changed when that was
     * @param part whether it is a part of what many brands have in common, and told with that
     */
    public record Found(Episode episode, Instant changed, boolean part) {}

    /**
     * The page after {@code cursor}, or the first.
     *
     * @throws QueryException where the cursor is not one of this listing, or the limit is not 1 to
     *     100
     */
    public ItemPage<Found> page(Query query, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new QueryException(
                    "limit", "limit must lie between 1 and " + MAX_LIMIT + ", got " + limit);
        }
        List<String> scope =
                List.of(
                        "episodes",
                        query.workspace().value(),
                        query.states().stream().sorted().toList().toString(),
                        query.kinds().stream().sorted().toList().toString());
        Optional<List<String>> after =
                cursor.map(
                        text ->
                                cursors.open(
                                        scope,
                                        text,
                                        2,
                                        "cursor must be one that this listing gave, with the same"
                                                + " state and kind"));
        List<Found> left =
                found(query).stream()
                        .filter(found -> after.map(last -> isAfter(found, last)).orElse(true))
                        .toList();
        List<Found> items = left.stream().limit(limit).toList();
        return new ItemPage<>(
                items,
                left.size() == items.size()
                        ? Optional.empty()
                        : Optional.of(cursors.seal(scope, position(items.getLast()))));
    }

    private static List<String> position(Found found) {
        return List.of(found.episode().start().toString(), found.episode().id());
    }

    private static boolean isAfter(Found found, List<String> last) {
        int order = Instant.parse(last.getFirst()).compareTo(found.episode().start());
        return order > 0 || (order == 0 && found.episode().id().compareTo(last.getLast()) > 0);
    }

    private List<Found> found(Query query) {
        List<EpisodeChange> changes = changes(query);
        Set<String> parts = Shock.parts(changes);
        return EpisodeChange.latest(changes).stream()
                .filter(
                        change ->
                                query.states().isEmpty()
                                        || query.states().contains(change.episode().state()))
                .filter(
                        change ->
                                query.kinds().isEmpty()
                                        || query.kinds().contains(change.episode().kind()))
                .map(
                        change ->
                                new Found(
                                        change.episode(),
                                        change.at(),
                                        parts.contains(change.episode().id())))
                .sorted(LATEST_FIRST)
                .toList();
    }

    private List<EpisodeChange> changes(Query query) {
        return Parallel.map(
                        query.brands(),
                        brand ->
                                history.changes(
                                        query.workspace(), brand, query.since(), query.until()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
