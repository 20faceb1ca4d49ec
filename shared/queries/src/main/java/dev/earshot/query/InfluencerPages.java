package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoreStore.Board;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoreStore.Position;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Pages through leaderboards. Thread-safe; a failing service surfaces as StoreException. */
public final class InfluencerPages {
    private final ScoreStore scores;
    private final Cursors cursors;

    public InfluencerPages(ScoreStore scores, Cursors cursors) {
        this.scores = scores;
        this.cursors = cursors;
    }

    /** The page that is asked for. */
    public Page page(Query query) {
        PostPages.checkLimit(query.limit());
        List<String> scope =
                List.of(
                        "influencers",
                        query.workspace().value(),
                        query.brandId(),
                        query.topic().orElse(""),
                        query.platform().map(Platform::key).orElse(""),
                        query.minFollowers().isPresent()
                                ? Long.toString(query.minFollowers().getAsLong())
                                : "");
        Optional<At> at = query.cursor().map(cursor -> open(scope, cursor));
        List<Place> places =
                scores.board(
                        new Board(
                                query.workspace(),
                                query.brandId(),
                                query.topic(),
                                query.platform(),
                                query.minFollowers(),
                                at.map(At::position),
                                query.limit()));
        int first = at.map(At::rank).orElse(0) + 1;
        Optional<String> next =
                places.size() < query.limit()
                        ? Optional.empty()
                        : Optional.of(
                                cursors.seal(
                                        scope,
                                        List.of(
                                                Double.toString(places.getLast().score()),
                                                places.getLast().author().pseudonym(),
                                                Integer.toString(first + places.size() - 1))));
        return new Page(first, places, next);
    }

    private At open(List<String> scope, String cursor) {
        List<String> fields = cursors.open(scope, cursor, 3, PostPages.CURSOR_OF_THE_SAME_FILTERS);
        return new At(
                new Position(Double.parseDouble(fields.get(0)), new AuthorRef(fields.get(1))),
                Integer.parseInt(fields.get(2)));
    }

    private record At(Position position, int rank) {}

    /**
     * What is asked.
     *
     * @param topic a hashtag, lower case
     * @param limit 1 to 100
     */
    public record Query(
            WorkspaceId workspace,
            String brandId,
            Optional<String> topic,
            Optional<Platform> platform,
            OptionalLong minFollowers,
            Optional<String> cursor,
            int limit) {}

    /**
     * One page.
     *
     * @param firstRank rank of the first place among those that pass the filters, from 1
     * @param next the cursor of the page after it; empty on the last
     */
    public record Page(int firstRank, List<Place> places, Optional<String> next) {
        public Page {
            places = List.copyOf(places);
        }
    }
}
