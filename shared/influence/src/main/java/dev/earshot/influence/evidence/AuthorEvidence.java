package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.PostId;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.ImpactStudy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The input of one author's score for one brand, apart from the population.
 *
 * @param engagers accounts of those who responded; a missing one is unknown, which never helps
 * @param standing place in the brand's topic graph; empty if the workspace has no responses on the
 *     topic
 * @param impact the brand's mentions by the author's audience; empty if the author never mentioned
 *     the brand
 */
public record AuthorEvidence(
        AuthorHistory history,
        Map<AuthorRef, Account> engagers,
        Optional<Standing> standing,
        Optional<ImpactStudy> impact) {
    public AuthorEvidence {
        engagers = Map.copyOf(engagers);
    }

    /**
     * The evidence without one post: without the post itself, the responses to it and its part of
     * the daily counts. Standing and audience stay the same, since both come from others.
     */
    public AuthorEvidence without(PostId post) {
        Optional<PostFacts> dropped =
                history.posts().stream().filter(p -> p.id().equals(post)).findFirst();
        if (dropped.isEmpty()) {
            return this;
        }
        List<AuthorDay> days =
                history.days().stream().flatMap(day -> less(day, dropped.get()).stream()).toList();
        var rest =
                new AuthorHistory(
                        history.account(),
                        history.platform(),
                        days,
                        history.posts().stream().filter(p -> !p.id().equals(post)).toList(),
                        history.received().stream().filter(r -> !r.target().equals(post)).toList(),
                        history.given().stream().filter(g -> !g.response().equals(post)).toList());
        return new AuthorEvidence(
                rest, engagers, standing, impact.flatMap(study -> study.withPostsOf(days)));
    }

    private static Optional<AuthorDay> less(AuthorDay day, PostFacts post) {
        if (!LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC).equals(day.day())) {
            return Optional.of(day);
        }
        if (day.posts() <= 1) {
            return Optional.empty();
        }
        boolean negative = post.sentiment() == SentimentLabel.NEGATIVE;
        boolean positive = post.sentiment() == SentimentLabel.POSITIVE;
        long interactions =
                post.kind() == PostFacts.Kind.REPOST ? 0 : interactions(post.engagement());
        var brands = new TreeMap<>(day.brands());
        for (String brand : post.brands()) {
            brands.computeIfPresent(
                    brand,
                    (id, b) ->
                            b.posts() <= 1
                                    ? null
                                    : new BrandDay(
                                            b.posts() - 1,
                                            Math.max(0, b.negative() - (negative ? 1 : 0)),
                                            Math.max(0, b.positive() - (positive ? 1 : 0)),
                                            Math.max(0, b.interactions() - interactions)));
        }
        return Optional.of(
                new AuthorDay(
                        day.day(),
                        day.posts() - 1,
                        Math.max(0, day.unsafePosts() - (post.unsafe() ? 1 : 0)),
                        Math.max(0, day.negativePosts() - (negative ? 1 : 0)),
                        Math.max(0, day.interactions() - interactions),
                        day.followers(),
                        day.following(),
                        brands));
    }

    private static long interactions(Engagement engagement) {
        return engagement.likes().orElse(0)
                + engagement.replies().orElse(0)
                + engagement.reposts().orElse(0)
                + engagement.quotes().orElse(0);
    }
}
