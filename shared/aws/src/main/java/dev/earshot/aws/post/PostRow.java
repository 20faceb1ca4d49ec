package dev.earshot.aws.post;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * What the table holds under one post id.
 *
 * @param state null if there is no item or it has expired
 * @param version 0 if there is no item; an expired item keeps its version until it is removed
 * @param expiresAt seconds since 1970, 0 if there is no item
 * @param countExpiry when the counts of a live post expire, likewise
 * @param journal id of the {@link PostJournal} that may still have to count a live post; empty once
 *     that is certain
 * @param links where each brand's link to a live post is kept
 */
record PostRow(
        @Nullable StoredPost state,
        long version,
        long expiresAt,
        long countExpiry,
        String journal,
        Map<String, LinkBlocks.Place> links) {
    static final PostRow NONE = new PostRow(null, 0, 0, 0, "", Map.of());

    PostRow {
        links = Map.copyOf(links);
    }

    Optional<PostAnalysis> live() {
        return state instanceof StoredPost.Live live
                ? Optional.of(live.analysis())
                : Optional.empty();
    }
}
