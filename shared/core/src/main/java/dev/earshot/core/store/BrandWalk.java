package dev.earshot.core.store;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Posts of a brand, read page by page.
 *
 * @param posts newest first
 * @param unreadBefore posts that were published before then were not looked at; empty if all were
 */
public record BrandWalk(List<PostAnalysis> posts, Optional<Instant> unreadBefore) {
    private static final int PAGE = 100;

    public BrandWalk {
        posts = List.copyOf(posts);
    }

    /**
     * Reads from the query's place on.
     *
     * @param most look at so many posts at most
     * @param wanted which of them to keep
     */
    public static BrandWalk of(
            AnalysisStore store, BrandPosts query, int most, Predicate<PostAnalysis> wanted) {
        List<PostAnalysis> kept = new ArrayList<>();
        Optional<Position> after = query.after();
        for (int looked = 0; looked < most; looked += PAGE) {
            List<PostAnalysis> page =
                    store.brandPosts(
                            new BrandPosts(
                                    query.workspace(),
                                    query.brandId(),
                                    query.sentiment(),
                                    query.traits(),
                                    query.from(),
                                    query.to(),
                                    after,
                                    PAGE));
            page.stream().filter(wanted).forEach(kept::add);
            if (page.size() < PAGE) {
                return new BrandWalk(kept, Optional.empty());
            }
            after = Optional.of(new Position(page.getLast().createdAt(), page.getLast().id()));
        }
        return new BrandWalk(kept, after.map(Position::createdAt));
    }
}
