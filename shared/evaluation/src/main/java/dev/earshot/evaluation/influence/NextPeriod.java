package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.Law;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.RateEstimate;
import dev.earshot.usecase.scoring.OfflineWorkspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how well what was seen until a day predicts an author's rate after it. Nothing is shared
 * between the two: neither posts nor responses nor peers.
 */
public final class NextPeriod {
    /** Errors are capped at this many usual rates, so that no single outlier decides the result. */
    private static final double MAX_ERROR = 4;

    private NextPeriod() {}

    /** One author's rate before and after. */
    record Pair(RateEstimate before, RateEstimate after) {
        boolean isCovered() {
            return after.raw() >= before.predicted(.05, after.exposure(), after.inflation())
                    && after.raw() <= before.predicted(.95, after.exposure(), after.inflation());
        }

        double squaredError(double rate) {
            double error = (rate - after.raw()) / before.peers().mean();
            double capped = Math.clamp(error, -MAX_ERROR, MAX_ERROR);
            return capped * capped;
        }
    }

    public static List<Figure> run(Law law, int worlds, World.Size size) {
        var pairs = new ArrayList<Pair>();
        Instant middle = World.START.plus(Duration.ofDays(World.DAYS / 2));
        for (int w = 0; w < worlds; w++) {
            World world = World.of(3_000 + w, law, size, 0);
            OfflineWorkspace before = Ingest.until(world, middle);
            OfflineWorkspace after = Ingest.since(world, middle);
            for (Creator creator : world.creators()) {
                AuthorRef ref = creator.account().ref();
                before.rate(ref)
                        .ifPresent(
                                was ->
                                        after.rate(ref)
                                                .ifPresent(is -> pairs.add(new Pair(was, is))));
            }
        }
        return figures(law.name(), pairs);
    }

    static List<Figure> figures(String law, List<Pair> pairs) {
        int covered = 0;
        double raw = 0;
        double shrunk = 0;
        for (Pair pair : pairs) {
            covered += pair.isCovered() ? 1 : 0;
            raw += pair.squaredError(pair.before().raw()) / pairs.size();
            shrunk += pair.squaredError(pair.before().shrunk()) / pairs.size();
        }
        double share = (double) covered / pairs.size();
        String on = "law: " + law;
        return List.of(
                Figure.percentage(
                                "next period's rate inside the 90 % interval",
                                covered, pairs.size(), "authors")
                        .on(on)
                        .aimedAt("87 to 93 %", share >= .87 && share <= .93),
                Figure.of(
                                "  error of the shrunk rate as its prediction",
                                pairs.size(),
                                "authors",
                                Math.sqrt(shrunk))
                        .on(on)
                        .aimedAt("< raw", shrunk < raw)
                        .beside(String.format(Locale.ROOT, "raw %.3f", Math.sqrt(raw))));
    }
}
