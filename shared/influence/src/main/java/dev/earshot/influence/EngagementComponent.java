package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.GammaDistribution;
import dev.earshot.influence.statistics.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much response an author's posts get for their exposure, compared with authors of similar
 * size.
 *
 * <p>The rate has a gamma prior, fitted to the authors of the workspace who are nearest in
 * log-followers on the same platform, and a Poisson likelihood tempered for clustered counts:
 * empirical Bayes (Robbins 1956; Efron and Morris 1975). The component is the percentile of the
 * posterior mean in that prior, so an author with few posts lands in the middle of the peers, with
 * a wide interval. {@link WeighedPosts} defines what is counted, {@link Rates} fits the prior.
 * Stateless.
 */
public final class EngagementComponent {

    private EngagementComponent() {}

    static Component of(
            AuthorSummary summary, WeighedPosts posts, Population population, ScoreTable table) {
        boolean measured = summary.measure(Measure.EXPOSURE, 0) > 0;
        Rates.Posterior posterior = population.rates(summary).posterior(summary);
        GammaDistribution rate = posterior.rate();
        double middle =
                measured ? posterior.percentile(rate.mean()) : Constants.ENGAGEMENT_UNMEASURED;
        double peerNoise =
                Normal.Z90 * Math.sqrt(middle * (1 - middle) / (posterior.peerCount() + 1));
        double low =
                Math.min(middle, posterior.percentile(rate.quantile(Constants.ENGAGEMENT_TAIL)));
        double high =
                Math.max(
                        middle, posterior.percentile(rate.quantile(1 - Constants.ENGAGEMENT_TAIL)));
        low = middle - Math.hypot(middle - low, peerNoise);
        high = middle + Math.hypot(high - middle, peerNoise);
        if (posterior.peerCount() < Constants.ENGAGEMENT_FEW_PEERS) {
            low = Math.min(low, middle / Constants.ENGAGEMENT_FEW_PEERS_PART);
            high = Math.max(high, 1 - (1 - middle) / Constants.ENGAGEMENT_FEW_PEERS_PART);
        }
        return ScoreText.component(
                Component.Name.ENGAGEMENT,
                table,
                scale(middle),
                scale(low),
                scale(high),
                reasons(summary, posterior, measured, middle),
                posts.best().stream().map(PostFacts::id).toList());
    }

    private static double scale(double percentile) {
        return Constants.ENGAGEMENT_MIN
                + (100 - Constants.ENGAGEMENT_MIN) * Math.clamp(percentile, 0, 1);
    }

    private static List<String> reasons(
            AuthorSummary summary, Rates.Posterior posterior, boolean measured, double middle) {
        var reasons = new ArrayList<String>();
        if (!measured) {
            reasons.add("no posts with known views or followers, so the response rate is unknown");
            return reasons;
        }
        boolean views = summary.measure(Measure.BY_VIEWS, 0) > 0;
        int posts = (int) summary.measure(Measure.POSTS, 0);
        reasons.add(
                "response rate in the "
                        + ScoreText.ordinal(middle)
                        + " percentile of "
                        + posterior.peerCount()
                        + " authors of similar size");
        double events = posterior.rate().mean() * 1000;
        reasons.add(
                String.format(
                        Locale.ROOT,
                        "%.2f weighted responses per 1,000 %s, from %s (peers: %.2f)",
                        events,
                        views ? "views" : "followers",
                        ScoreText.posts(posts),
                        posterior.peers().mean() * 1000));
        double removed = summary.measure(Measure.REMOVED, 0);
        if (removed > Constants.ENGAGEMENT_REMOVED_REASON) {
            reasons.add(
                    ScoreText.percent(removed)
                            + " of the responses are by pods or are copies, and do not count");
        }
        return reasons;
    }
}
