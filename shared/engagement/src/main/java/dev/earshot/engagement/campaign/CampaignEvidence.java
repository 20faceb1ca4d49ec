package dev.earshot.engagement.campaign;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.WindowCounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a report is computed from. Whoever has an export of the posts can make it again.
 *
 * @param asOf when it was read; its day (UTC) is not over and is not judged
 * @param competitors ids of the brands that the brand is compared with
 * @param controls ids of the brands that no campaign touched, to estimate what would have been
 * @param counts of each of these brands by day, UTC
 * @param posts the campaign's own posts
 * @param unreadBefore posts of the brand that were published before then were not looked at, since
 *     there are too many; empty if all were
 */
public record CampaignEvidence(
        Campaign campaign,
        Instant asOf,
        List<String> competitors,
        List<String> controls,
        Map<String, Map<LocalDate, WindowCounts>> counts,
        List<PostAnalysis> posts,
        Optional<Instant> unreadBefore) {
    public CampaignEvidence {
        competitors = List.copyOf(competitors);
        controls = List.copyOf(controls);
        counts = Map.copyOf(counts);
        posts = List.copyOf(posts);
    }

    /** The day that is not over yet. */
    LocalDate today() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }

    /** The first day of which anything is known of any brand: before it nothing was collected. */
    Optional<LocalDate> firstDay() {
        return counts.values().stream()
                .flatMap(days -> days.entrySet().stream())
                .filter(day -> day.getValue().posts() > 0)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    List<Phase> phases() {
        return Phase.of(campaign, today());
    }

    /** What was counted of a brand in a phase. */
    WindowCounts sum(String brand, Phase phase) {
        return counts.getOrDefault(brand, Map.of()).entrySet().stream()
                .filter(day -> phase.has(day.getKey()))
                .map(Map.Entry::getValue)
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    /** Whether a post about the brand belongs to the campaign. */
    static boolean belongs(PostAnalysis post, Campaign campaign) {
        return post.isOwn(campaign.brandId())
                || byCreator(post, campaign)
                || post.context().hashtags().stream().anyMatch(campaign.hashtags()::contains);
    }

    static boolean byCreator(PostAnalysis post, Campaign campaign) {
        return post.author().filter(a -> campaign.creators().contains(a.ref())).isPresent();
    }
}
