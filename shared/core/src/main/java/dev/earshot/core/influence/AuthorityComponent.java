package dev.earshot.core.influence;

import dev.earshot.core.influence.statistics.Normal;
import java.util.List;
import java.util.Optional;

/**
 * Who is listened to on the brand's topic: the percentile of an author's share of a topic-sensitive
 * random walk over responses ({@code TopicRank}; TwitterRank, Weng et al. 2010). The interval treats
 * the endorsers as a sample: its width shrinks with the root of their number. An author outside the
 * graph counts as in its lowest tenth. Stateless.
 */
final class AuthorityComponent {
    private static final double LEAST = 5;
    private static final double OUTSIDE = .1;

    private AuthorityComponent() {}

    static Component of(Optional<Standing> standing, ScoreTable table) {
        double percentile = standing.map(Standing::percentile).orElse(OUTSIDE);
        int endorsers = standing.map(Standing::endorsers).orElse(0);
        double noise =
                Normal.Z90
                        * Math.sqrt(Math.max(.05, percentile * (1 - percentile)) / (endorsers + 1.0));
        String reason =
                standing.map(
                                s ->
                                        s.endorsers() == 0
                                                ? "nobody plausible responded to it on the topic"
                                                : "above " + Numbers.percent(percentile) + " of "
                                                        + Numbers.count(s.ranked())
                                                        + " accounts on the topic; "
                                                        + Numbers.count(endorsers)
                                                        + " plausible accounts respond to it")
                        .orElse("not seen in the topic's conversations");
        return Numbers.component(
                Component.Name.AUTHORITY,
                table,
                scale(percentile),
                scale(percentile - noise),
                scale(percentile + noise),
                List.of(reason),
                List.of());
    }

    private static double scale(double percentile) {
        return LEAST + (100 - LEAST) * Math.clamp(percentile, 0, 1);
    }
}
