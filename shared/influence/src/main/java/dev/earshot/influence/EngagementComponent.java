package dev.earshot.influence;

import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.GammaDistribution;
import dev.earshot.influence.statistics.Normal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much response an author's posts get for their exposure, compared with creators of similar
 * size.
 *
 * <p>The rate has a gamma prior, fitted to the creators of the workspace who are nearest in size on
 * the same platform, and a Poisson likelihood tempered for clustered counts: empirical Bayes
 * (Robbins 1956; Efron and Morris 1975). The component is the percentile of the posterior mean in
 * that prior, so an author with few posts lands in the middle of the peers, with a wide interval.
 * {@link WeighedPosts} defines what is counted, {@link Rates} fits the prior. Stateless.
 */
public final class EngagementComponent {

    private EngagementComponent() {}

    static Component of(
            Optional<RateEstimate> estimate, Exposure unit, WeighedPosts posts, ScoreTable table) {
        if (estimate.isEmpty()) {
            return ScoreText.unknown(
                    Component.Name.ENGAGEMENT,
                    "no posts with likes, comments or shares were seen, so the response is unknown");
        }
        RateEstimate rate = estimate.get();
        double middle = rate.peers().cumulative(rate.shrunk());
        double peerNoise = Normal.Z90 * Math.sqrt(middle * (1 - middle) / (rate.peerCount() + 1));
        double low = percentile(rate, Constants.ENGAGEMENT_TAIL);
        double high = percentile(rate, 1 - Constants.ENGAGEMENT_TAIL);
        low = middle - Math.hypot(Math.max(0, middle - low), peerNoise);
        high = middle + Math.hypot(Math.max(0, high - middle), peerNoise);
        if (rate.peerCount() < Constants.ENGAGEMENT_FEW_PEERS) {
            low = Math.min(low, middle / Constants.ENGAGEMENT_FEW_PEERS_PART);
            high = Math.max(high, 1 - (1 - middle) / Constants.ENGAGEMENT_FEW_PEERS_PART);
        }
        return ScoreText.component(
                Component.Name.ENGAGEMENT,
                table,
                100 * middle,
                100 * low,
                100 * high,
                reasons(rate, unit),
                posts.best().stream().map(PostFacts::id).toList());
    }

    private static double percentile(RateEstimate rate, double p) {
        double mean = rate.shrunk();
        double variance = rate.posterior().shape() / square(rate.posterior().rate());
        GammaDistribution wide =
                GammaDistribution.ofMoments(mean, variance * square(rate.widening()));
        return rate.peers().cumulative(wide.quantile(p));
    }

    private static double square(double value) {
        return value * value;
    }

    private static List<String> reasons(RateEstimate rate, Exposure unit) {
        String per =
                switch (unit) {
                    case FOLLOWERS -> "of the followers";
                    case VIEWS -> "of the viewers";
                    case POSTS -> "people";
                };
        String comparison =
                rate.peerCount() < Constants.ENGAGEMENT_FEW_PEERS
                        ? "too few comparable creators are stored (" + rate.peerCount() + ")"
                        : String.format(
                                Locale.ROOT,
                                "for the middle half of %d comparable creators it is %s to %s",
                                rate.peerCount(),
                                amount(
                                        rate.peers().quantile(Constants.ENGAGEMENT_LOWER_QUARTER),
                                        unit),
                                amount(
                                        rate.peers().quantile(Constants.ENGAGEMENT_UPPER_QUARTER),
                                        unit));
        return List.of(
                amount(rate.shrunk(), unit)
                        + " "
                        + per
                        + " comment on or share a post; "
                        + comparison,
                String.format(
                        Locale.ROOT,
                        "as many posts again are expected to get %s to %s",
                        amount(rate.predicted(Constants.ENGAGEMENT_TAIL), unit),
                        amount(rate.predicted(1 - Constants.ENGAGEMENT_TAIL), unit)));
    }

    private static String amount(double rate, Exposure unit) {
        return unit == Exposure.POSTS
                ? String.format(Locale.ROOT, "%.1f", rate)
                : String.format(Locale.ROOT, 100 * rate < 1 ? "%.2f %%" : "%.1f %%", 100 * rate);
    }
}
