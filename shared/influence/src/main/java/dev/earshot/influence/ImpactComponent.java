package dev.earshot.influence;

import dev.earshot.core.post.PostId;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.impact.ImpactStudy;
import dev.earshot.influence.impact.Lift;
import dev.earshot.influence.impact.SyntheticControl;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ImpactConstants;
import dev.earshot.influence.score.ScoreTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether an author's audience talks about the brand more after the author mentions it, estimated
 * by {@link SyntheticControl}. The log-lift is shrunk towards 0 by its uncertainty (a normal prior
 * with sigma 0.25 around no lift, since most campaigns do little) and mapped to a logistic scale on
 * which no lift is 40. An author who never mentioned the brand scores a little below no lift.
 * Stateless.
 */
public final class ImpactComponent {

    private ImpactComponent() {}

    static Component of(
            Optional<ImpactStudy> study, AuthorHistory history, String brandId, ScoreTable table) {
        Optional<Lift> estimated = study.flatMap(SyntheticControl::estimate);
        if (estimated.isEmpty()) {
            String reason =
                    study.isEmpty() && posts(history, brandId).isEmpty()
                            ? "has not been seen to mention the brand, so the effect is unknown"
                            : "too few days or mentions before the author's posts, or too few"
                                    + " other audiences, to estimate an effect";
            return ScoreText.unknown(Component.Name.IMPACT, reason);
        }
        Lift lift = estimated.get();
        double trust =
                ImpactConstants.IMPACT_PRIOR_SIGMA
                        * ImpactConstants.IMPACT_PRIOR_SIGMA
                        / (ImpactConstants.IMPACT_PRIOR_SIGMA * ImpactConstants.IMPACT_PRIOR_SIGMA
                                + lift.error() * lift.error());
        double half = (lift.high() - lift.low()) / 2 * Math.sqrt(trust);
        double drawn = lift.log() * trust;
        var reasons = new ArrayList<String>();
        reasons.add(
                String.format(
                        Locale.ROOT,
                        "mentions by the audience %+.0f %% relative to the control (90 %%: %+.0f to"
                                + " %+.0f), placebo p %.2f",
                        100 * lift.relative(),
                        100 * Math.expm1(lift.low()),
                        100 * Math.expm1(lift.high()),
                        lift.placeboP()));
        reasons.add(
                String.format(
                        Locale.ROOT,
                        "%.0f mentions in the week after, %.0f expected; positive share %.0f %%"
                                + " after, %.0f %% before; %.1f and %.1f interactions per mention",
                        lift.mentions(),
                        lift.expected(),
                        100 * lift.positiveAfter(),
                        100 * lift.positiveBefore(),
                        lift.interactionsAfter(),
                        lift.interactionsBefore()));
        return ScoreText.component(
                Component.Name.IMPACT,
                table,
                scale(drawn),
                scale(drawn - half),
                scale(drawn + half),
                reasons,
                posts(history, brandId));
    }

    private static double scale(double log) {
        double logit =
                Math.log(ImpactConstants.IMPACT_NO_LIFT / (1 - ImpactConstants.IMPACT_NO_LIFT))
                        + ImpactConstants.IMPACT_STEEPNESS * log;
        return 100 / (1 + Math.exp(-logit));
    }

    private static List<PostId> posts(AuthorHistory history, String brandId) {
        return history.posts().stream()
                .filter(post -> post.brands().contains(brandId))
                .limit(ScoreTable.EVIDENCE)
                .map(PostFacts::id)
                .toList();
    }
}
