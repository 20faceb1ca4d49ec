package dev.earshot.wire.api.influencer;

import dev.earshot.core.post.Platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of the authors with the highest scores for a brand, highest first.
 *
 * @param brand its id
 * @param topic what they are ranked on; empty for the brand as a whole
 * @param next the cursor of the page after it; empty on the last
 */
public record LeaderboardView(
        String brand, Optional<String> topic, List<Entry> influencers, Optional<String> next) {
    public LeaderboardView {
        influencers = List.copyOf(influencers);
    }

    /**
     * One author.
     *
     * @param rank from 1
     * @param ranks the first and last rank that the intervals allow, among those on the page
     * @param author pseudonym
     * @param score 0 to 100
     * @param interval the lower and upper end of its 90 % interval
     * @param reason in plain words
     * @param asOf when it was scored
     */
    public record Entry(
            int rank,
            List<Integer> ranks,
            String author,
            Platform platform,
            OptionalLong followers,
            double score,
            List<Double> interval,
            String reason,
            Instant asOf) {}
}
