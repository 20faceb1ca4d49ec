package dev.earshot.influence.history;

import dev.earshot.core.Checks;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One author's day, in UTC, by publication time. The counts are sums over live posts, so they stay
 * exact under duplicates, deletions and edits.
 *
 * @param posts number of live posts published that day, including replies and reposts
 * @param unsafePosts number of them with a picture flagged unsafe
 * @param negativePosts number of them with negative sentiment
 * @param interactions total likes, replies, reposts and quotes of those posts when last seen
 * @param followers as stated at the latest sighting that day; empty if none stated it
 * @param following as stated at the latest sighting that day; empty if none stated it
 * @param brands days by brand id; only brands that the posts mention
 */
public record AuthorDay(
        LocalDate day,
        long posts,
        long unsafePosts,
        long negativePosts,
        long interactions,
        OptionalLong followers,
        OptionalLong following,
        Map<String, BrandDay> brands) {
    public AuthorDay {
        Checks.notNegative("posts", posts);
        Checks.notNegative("unsafePosts", unsafePosts);
        Checks.notNegative("negativePosts", negativePosts);
        Checks.notNegative("interactions", interactions);
        followers.ifPresent(n -> Checks.notNegative("followers", n));
        following.ifPresent(n -> Checks.notNegative("following", n));
        brands = Collections.unmodifiableMap(new TreeMap<>(brands));
    }
}
