package dev.earshot.engagement.campaign;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.statistics.Share;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How people took what was published. Public counts are as they were seen last; what a platform
 * does not tell is left out, and how many posts that leaves stands beside.
 *
 * @param responses likes, replies, reposts and quotes together
 * @param responsesKnown posts of which any of these is known
 * @param views likewise
 * @param viewsKnown posts of which the views are known
 * @param responsesPerThousandViews over posts of which both are known
 * @param participants accounts other than the brand's and its creators' that used a hashtag
 * @param positive of the posts by these the share that is positive
 * @param negative likewise
 */
public record OutTakes(
        long responses,
        long likes,
        long replies,
        long reposts,
        long quotes,
        long responsesKnown,
        OptionalLong views,
        long viewsKnown,
        OptionalDouble responsesPerThousandViews,
        long participants,
        Share positive,
        Share negative) {
    static OutTakes of(CampaignEvidence evidence) {
        Campaign campaign = evidence.campaign();
        List<Engagement> counts = evidence.posts().stream().map(PostAnalysis::engagement).toList();
        List<PostAnalysis> others =
                evidence.posts().stream()
                        .filter(post -> !post.isOwn(campaign.brandId()))
                        .filter(post -> !CampaignEvidence.byCreator(post, campaign))
                        .toList();
        List<Engagement> viewed = counts.stream().filter(e -> e.views().isPresent()).toList();
        long views = sum(viewed, Engagement::views);
        List<Engagement> both = viewed.stream().filter(Engagement::tellsInteractions).toList();
        long bothViews = sum(both, Engagement::views);
        return new OutTakes(
                counts.stream().mapToLong(Engagement::interactions).sum(),
                sum(counts, Engagement::likes),
                sum(counts, Engagement::replies),
                sum(counts, Engagement::reposts),
                sum(counts, Engagement::quotes),
                counts.stream().filter(Engagement::tellsInteractions).count(),
                viewed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(views),
                viewed.size(),
                bothViews == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                1_000.0
                                        * both.stream().mapToLong(Engagement::interactions).sum()
                                        / bothViews),
                others.stream()
                        .flatMap(post -> post.author().stream())
                        .map(a -> a.ref())
                        .distinct()
                        .count(),
                share(others, campaign.brandId(), "positive"),
                share(others, campaign.brandId(), "negative"));
    }

    private static Share share(List<PostAnalysis> posts, String brand, String label) {
        return new Share(
                posts.stream().filter(post -> post.label(brand).key().equals(label)).count(),
                posts.size());
    }

    private static long sum(List<Engagement> counts, Function<Engagement, OptionalLong> count) {
        return counts.stream().map(count).mapToLong(each -> each.orElse(0)).sum();
    }
}
