package dev.earshot.wire.api.brand;

import dev.earshot.core.count.PostAnalysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of a brand's posts, newest first.
 *
 * @param brand its id
 * @param from inclusive
 * @param to exclusive
 * @param next the cursor of the page after it; empty on the last
 * @param unreadBefore where a page with a next one is not full: posts that were published before
 *     then were not looked at
 */
public record BrandPostsView(
        String brand,
        Instant from,
        Instant to,
        List<PostAnalysis> posts,
        Optional<String> next,
        Optional<Instant> unreadBefore) {
    public BrandPostsView {
        posts = List.copyOf(posts);
    }
}
