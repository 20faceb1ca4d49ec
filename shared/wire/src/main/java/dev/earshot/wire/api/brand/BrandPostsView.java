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
 */
public record BrandPostsView(
        String brand, Instant from, Instant to, List<PostAnalysis> posts, Optional<String> next) {
    public BrandPostsView {
        posts = List.copyOf(posts);
    }
}
