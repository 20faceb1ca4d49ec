package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pages through a brand's posts, newest first. A cursor holds the position after the last post
 * returned and the time range of the first page, so posts that arrive between two pages neither
 * repeat nor hide any. Thread-safe.
 */
public final class PostPages {
    /** Maximum posts per page. */
    public static final int MAX_LIMIT = 100;

    /**
     * Maximum posts that are read for one page, about a kilobyte each. A trait that few posts have
     * would else be looked for among all of a brand's posts in one request: 50,000 took 15 s.
     */
    static final int MOST_LOOKED_AT = 1_000;

    static final String CURSOR_OF_THE_SAME_FILTERS =
            "cursor must be one that this very listing gave, with the same filters";

    private final AnalysisStore posts;
    private final Cursors cursors;
    private final InstantSource clock;

    public PostPages(AnalysisStore posts, Cursors cursors, InstantSource clock) {
        this.posts = posts;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The page that is asked for. */
    public Page page(Query query) {
        checkLimit(query.limit());
        List<String> scope =
                List.of(
                        "posts",
                        query.workspace().value(),
                        query.brandId(),
                        query.sentiment().map(SentimentLabel::key).orElse(""),
                        query.traits().toString());
        Optional<Place> place = query.cursor().map(text -> open(scope, text));
        TimeRange range =
                place.map(Place::range)
                        .orElseGet(
                                () ->
                                        TimeRange.of(
                                                query.from(),
                                                query.to(),
                                                TimeRange.EVERYTHING,
                                                clock.instant()));
        sameAs("from", query.from(), range.from());
        sameAs("to", query.to(), range.to());
        Found found = find(query, range, place.map(Place::after));
        return new Page(
                range,
                found.posts(),
                found.reached().map(position -> seal(scope, range, position)),
                found.posts().size() < query.limit()
                        ? found.reached().map(Position::createdAt)
                        : Optional.empty());
    }

    /**
     * Posts of a page.
     *
     * @param reached where the page after it begins; empty if there is none
     */
    private record Found(List<PostAnalysis> posts, Optional<Position> reached) {}

    private Found find(Query query, TimeRange range, Optional<Position> after) {
        PostTraits traits = query.traits();
        boolean reads = !traits.equals(traits.listed());
        int part = reads ? MAX_LIMIT : query.limit();
        var found = new ArrayList<PostAnalysis>();
        Optional<Position> reached = after;
        for (int looked = 0; looked < (reads ? MOST_LOOKED_AT : 1); looked += part) {
            List<PostAnalysis> listed =
                    posts.brandPosts(
                            new BrandPosts(
                                    query.workspace(),
                                    query.brandId(),
                                    query.sentiment(),
                                    traits.listed(),
                                    range.from(),
                                    range.to(),
                                    reached,
                                    part));
            for (PostAnalysis post : listed) {
                reached = Optional.of(new Position(post.createdAt(), post.id()));
                if (traits.of(post, query.brandId())) {
                    found.add(post);
                }
                if (found.size() == query.limit()) {
                    return new Found(found, reached);
                }
            }
            if (listed.size() < part) {
                return new Found(found, Optional.empty());
            }
        }
        return new Found(found, reached);
    }

    /** Rejects a limit below 1 or above the maximum. */
    static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new QueryException("limit", "limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
    }

    private String seal(List<String> scope, TimeRange range, Position last) {
        return cursors.seal(
                scope,
                List.of(
                        range.from().toString(),
                        range.to().toString(),
                        last.createdAt().toString(),
                        last.id().platform().key(),
                        last.id().nativeId()));
    }

    private Place open(List<String> scope, String cursor) {
        List<String> fields = cursors.open(scope, cursor, 5, CURSOR_OF_THE_SAME_FILTERS);
        return new Place(
                new TimeRange(Instant.parse(fields.get(0)), Instant.parse(fields.get(1))),
                new Position(
                        Instant.parse(fields.get(2)),
                        new PostId(
                                Platform.of(fields.get(3)).orElse(Platform.UPLOAD),
                                fields.get(4))));
    }

    private static void sameAs(String parameter, Optional<Instant> asked, Instant held) {
        if (asked.isPresent() && !asked.get().equals(held)) {
            throw new QueryException(
                    parameter,
                    parameter
                            + " must stay "
                            + held
                            + " while a cursor is followed, got "
                            + asked.get());
        }
    }

    /**
     * What is asked.
     *
     * @param sentiment only this label
     * @param traits only posts that have all of these
     * @param from inclusive; may be omitted with a cursor, which contains it
     * @param to exclusive; likewise
     * @param limit 1 to 100
     */
    public record Query(
            WorkspaceId workspace,
            String brandId,
            Optional<SentimentLabel> sentiment,
            PostTraits traits,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> cursor,
            int limit) {}

    /**
     * One page.
     *
     * @param next the cursor of the page after it; empty on the last. A page that is exactly full
     *     may be followed by an empty one
     * @param unreadBefore where a page with a next one is not full: posts that were published
     *     before then were not looked at
     */
    public record Page(
            TimeRange range,
            List<PostAnalysis> posts,
            Optional<String> next,
            Optional<Instant> unreadBefore) {
        public Page {
            posts = List.copyOf(posts);
        }
    }

    private record Place(TimeRange range, Position after) {}
}
