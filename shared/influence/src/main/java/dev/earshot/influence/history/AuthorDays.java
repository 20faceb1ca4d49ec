package dev.earshot.influence.history;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.post.Author;
import dev.earshot.core.text.SentimentLabel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sums an author's posts by day of publication, in UTC. The sums are exact, since they cover
 * exactly the live posts. A repost adds no interactions, since these belong to the author of the
 * original. Stateless.
 */
public final class AuthorDays {
    private AuthorDays() {}

    /** The days with posts, ascending; no picture counts as unsafe. */
    public static List<AuthorDay> of(Collection<AuthorPost> posts) {
        return of(posts, post -> false);
    }

    /**
     * The days with posts, ascending.
     *
     * @param unsafe whether a picture of a post was flagged unsafe
     */
    public static List<AuthorDay> of(Collection<AuthorPost> posts, Predicate<AuthorPost> unsafe) {
        Map<LocalDate, List<AuthorPost>> byDay =
                posts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        post ->
                                                LocalDate.ofInstant(
                                                        post.publishedAt(), ZoneOffset.UTC),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byDay.entrySet().stream().map(e -> day(e.getKey(), e.getValue(), unsafe)).toList();
    }

    private static AuthorDay day(
            LocalDate day, List<AuthorPost> posts, Predicate<AuthorPost> unsafe) {
        var brands = new TreeMap<String, BrandDay>();
        for (AuthorPost post : posts) {
            var one =
                    new BrandDay(
                            1,
                            post.sentiment() == SentimentLabel.NEGATIVE ? 1 : 0,
                            post.sentiment() == SentimentLabel.POSITIVE ? 1 : 0,
                            interactions(post));
            post.brands().forEach(brand -> brands.merge(brand, one, BrandDay::plus));
        }
        return new AuthorDay(
                day,
                posts.size(),
                posts.stream().filter(unsafe).count(),
                posts.stream().filter(p -> p.sentiment() == SentimentLabel.NEGATIVE).count(),
                posts.stream().mapToLong(AuthorDays::interactions).sum(),
                latest(posts, Author::followers),
                latest(posts, Author::following),
                brands);
    }

    /** Sum of likes, replies, reposts and quotes; unknown ones count 0. */
    public static long interactions(AuthorPost post) {
        if (post.isRepost()) {
            return 0;
        }
        return post.engagement().interactions();
    }

    private static OptionalLong latest(
            List<AuthorPost> posts, Function<Author, OptionalLong> count) {
        Optional<AuthorPost> last =
                posts.stream()
                        .filter(post -> count.apply(post.author()).isPresent())
                        .max(
                                Comparator.comparing(AuthorPost::authorSeenAt)
                                        .thenComparing(post -> post.id().toString()));
        return last.map(post -> count.apply(post.author())).orElse(OptionalLong.empty());
    }
}
