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
 * number. Stateless.
 */
public final class AuthorityComponent {

    private AuthorityComponent() {}

    static Component of(Optional<Standing> standing, ScoreTable table) {
        if (standing.isEmpty()) {
            return ScoreText.unknown(
                    Component.Name.AUTHORITY, "no responses on the brand's topic were seen");
        }
        double percentile = standing.get().percentile();
        int endorsers = standing.get().endorsers();
        double noise =
                Normal.Z90
                        * Math.sqrt(
                                Math.max(
                                                Constants.AUTHORITY_MIN_VARIANCE,
                                                percentile * (1 - percentile))
                                        / (endorsers + 1.0));
        return ScoreText.component(
                Component.Name.AUTHORITY,
                table,
                100 * percentile,
                100 * (percentile - noise),
                100 * (percentile + noise),
                List.of(reason(standing.get())),
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
}
