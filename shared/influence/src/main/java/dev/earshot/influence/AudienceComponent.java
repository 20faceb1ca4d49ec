package dev.earshot.influence;

import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many people a post moves to respond, compared with all creators of the platform: the shrunk
 * rate times the exposure, on a logarithmic scale. Followers alone do not enter, since they are
 * bought by the thousand; nor do heads that were seen, since fifteen accounts are cheap. {@code N}
 * accounts raise the number by at most {@code 3 N} over all posts together ({@link Responses}).
 * Overlap between chosen authors is left to the portfolio. Stateless.
 */
public final class AudienceComponent {

    private AudienceComponent() {}

    static Component of(
            Optional<RateEstimate> estimate,
            Responses responses,
            Population.Reach usual,
            ScoreTable table) {
        if (estimate.isEmpty()) {
            return ScoreText.unknown(
                    Component.Name.AUDIENCE,
                    "how many people comment on or share a post is unknown");
        }
        RateEstimate rate = estimate.get();
        double people = rate.shrunk() * rate.exposure() / rate.posts();
        double error = rate.widening() / Math.sqrt(rate.posterior().shape());
        double z = (Math.log(people) - usual.median()) / usual.sigma();
        double half = Normal.Z90 * error / usual.sigma();
        var reasons = new ArrayList<String>();
        reasons.add(
                String.format(
                        Locale.ROOT,
                        "about %s people comment on or share a post; for the middle creator of the"
                                + " platform it is %s",
                        count(people),
                        count(Math.exp(usual.median()))));
        if (responses.observed() > 0) {
            reasons.add(
                    ScoreText.count(responses.people())
                            + " distinct people were seen to respond, in "
                            + ScoreText.count(responses.observed())
                            + " responses");
        }
        return ScoreText.component(
                Component.Name.AUDIENCE,
                table,
                100 * Normal.cumulative(z),
                100 * Normal.cumulative(z - half),
                100 * Normal.cumulative(z + half),
                reasons,
                List.of());
    }

    private static String count(double people) {
        return people < Constants.AUDIENCE_DECIMALS
                ? String.format(Locale.ROOT, "%.1f", people)
                : ScoreText.count(people);
    }
}
