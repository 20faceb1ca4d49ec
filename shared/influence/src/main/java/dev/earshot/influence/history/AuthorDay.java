package dev.earshot.influence.history;

import dev.earshot.core.Checks;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One author's day, in UTC, by time of publication. The counts are sums over live posts, so they
 * stay exact under duplicates, deletions and edits.
 *
 * @param posts live posts published that day, replies and reposts included
 * @param unsafePosts how many of them carry a picture flagged unsafe
 * @param negativePosts how many of them read negative
 * @param interactions likes, replies, reposts and quotes that those posts were last seen with
 * @param followers as stated on the latest sighting that day; empty where none stated it
 * @param following likewise
 * @param brands by brand id, only brands that the posts mention
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
