package dev.earshot.wire.api.influencer;

import java.util.List;

/**
 * Up to five authors beside each other.
 *
 * @param brand its id
 * @param influencers in the order in which they were asked for
 * @param unknown pseudonyms without a score for the brand: unknown, not scored yet, or objecting
 */
public record ComparisonView(
        String brand, List<ScoredAuthorView> influencers, List<String> unknown) {
    public ComparisonView {
        influencers = List.copyOf(influencers);
        unknown = List.copyOf(unknown);
    }
}
