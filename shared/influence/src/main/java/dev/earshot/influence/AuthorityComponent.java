package dev.earshot.influence;

import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import java.util.List;
import java.util.Optional;

/**
 * How much an author is listened to on the brand's topic: the percentile of the author's share of a
 * topic-sensitive random walk over responses ({@code TopicRank}; TwitterRank, Weng et al. 2010).
 * The interval treats the endorsers as a sample: its width shrinks with the square root of their
 * number. An author without responses ranks below all others. Stateless.
 */
public final class AuthorityComponent {

    private AuthorityComponent() {}

    static Component of(Optional<Standing> standing, ScoreTable table) {
        double percentile =
                standing.map(
                                s ->
                                        Constants.AUTHORITY_OUTSIDE
                                                + (1 - Constants.AUTHORITY_OUTSIDE)
                                                        * s.percentile())
                        .orElse(Constants.AUTHORITY_OUTSIDE);
        int endorsers = standing.map(Standing::endorsers).orElse(0);
        double noise =
                Normal.Z90
                        * Math.sqrt(
                                Math.max(
                                                Constants.AUTHORITY_MIN_VARIANCE,
                                                percentile * (1 - percentile))
                                        / (endorsers + 1.0));
        String reason =
                standing.map(AuthorityComponent::reason)
                        .orElse("no responses to the author were seen");
        return ScoreText.component(
                Component.Name.AUTHORITY,
                table,
                scale(percentile),
                scale(percentile - noise),
                scale(percentile + noise),
                List.of(reason),
                List.of());
    }

    private static String reason(Standing standing) {
        return "above "
                + ScoreText.percent(standing.percentile())
                + " of "
                + ScoreText.count(standing.ranked())
                + " authors who get responses; "
                + ScoreText.count(standing.endorsers())
                + " accounts respond to this one";
    }

    private static double scale(double percentile) {
        return Constants.AUTHORITY_MIN
                + (100 - Constants.AUTHORITY_MIN) * Math.clamp(percentile, 0, 1);
    }
}
