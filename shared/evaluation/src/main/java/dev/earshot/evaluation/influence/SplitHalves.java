package dev.earshot.evaluation.influence;

import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.Population;
import dev.earshot.influence.RateEstimate;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.score.ScoreTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how well the rate of one half of an author's posts predicts that of the other half. */
public final class SplitHalves {
    private static final String[] TIERS = {
        "under 1,000", "1,000 to 10,000", "10,000 to 100,000", "over 100,000"
    };

    /** Errors are capped at this many usual rates, so that no single outlier decides the result. */
    private static final double MAX_ERROR = 4;

    private SplitHalves() {}

    /**
     * One author's rates, from every other post and from the rest.
     *
     * @param followers of the author
     * @param usual the mean rate of authors of similar size
     */
    record Halves(long followers, RateEstimate one, RateEstimate two, double usual) {
        /** Whether the first half's interval covers the second half's rate. */
        boolean isCovered() {
            return two.raw() >= one.predicted(.05, two.exposure(), two.inflation())
                    && two.raw() <= one.predicted(.95, two.exposure(), two.inflation());
        }

        /** Error of a rate as a prediction of the second half's, in usual rates. */
        double error(double rate) {
            return (rate - two.raw()) / usual;
        }
    }

    public static List<Figure> run(int worlds, World.Setup setup) {
        var halves = new ArrayList<Halves>();
        for (int w = 0; w < worlds; w++) {
            Planted planted = Planted.of(3_000 + w, setup, true);
            List<Creator> creators = planted.world().creators();
            var first = new ArrayList<AuthorSummary>();
            var second = new ArrayList<AuthorSummary>();
            for (Creator creator : creators) {
                AuthorHistory whole = planted.workspace().history(creator.account().ref());
                first.add(summary(half(whole, 0), planted));
                second.add(summary(half(whole, 1), planted));
            }
            Population population = Population.fit(first);
            for (int i = 0; i < creators.size(); i++) {
                RateEstimate one = population.rate(first.get(i)).orElse(null);
                RateEstimate two = population.rate(second.get(i)).orElse(null);
                if (one != null && two != null) {
                    halves.add(
                            new Halves(
                                    creators.get(i).account().followers(),
                                    one,
                                    two,
                                    population.usualRate(first.get(i))));
                }
            }
        }
        return findings(halves);
    }

    /** Pools the halves; errors are in usual rates, so that rates per view and per follower mix. */
    static List<Figure> findings(List<Halves> halves) {
        double[][] squares = new double[TIERS.length][2];
        int[] counts = new int[TIERS.length];
        int[] covered = new int[TIERS.length];
        for (Halves author : halves) {
            int tier = tier(author.followers());
            squares[tier][0] += capped(author.error(author.one().raw()));
            squares[tier][1] += capped(author.error(author.one().shrunk()));
            counts[tier]++;
            covered[tier] += author.isCovered() ? 1 : 0;
        }
        var findings = new ArrayList<Figure>();
        int all = 0;
        int in = 0;
        for (int t = 0; t < TIERS.length; t++) {
            if (counts[t] == 0) {
                continue;
            }
            double raw = Math.sqrt(squares[t][0] / counts[t]);
            double shrunk = Math.sqrt(squares[t][1] / counts[t]);
            findings.add(
                    Figure.of(
                                    "split halves, "
                                            + TIERS[t]
                                            + " followers: error of the shrunk rate",
                                    counts[t],
                                    "authors",
                                    shrunk)
                            .aimedAt("< raw", shrunk < raw)
                            .beside(String.format(Locale.ROOT, "raw %.3f", raw)));
            all += counts[t];
            in += covered[t];
        }
        for (int t = 0; t < TIERS.length; t++) {
            if (counts[t] == 0) {
                continue;
            }
            findings.add(
                    Figure.percentage(
                            "  second half within the 90 % interval, " + TIERS[t],
                            covered[t],
                            counts[t],
                            "authors"));
        }
        double share = (double) in / all;
        findings.add(
                Figure.percentage("  second half within the 90 % interval, all", in, all, "authors")
                        .aimedAt("85 to 95 %", share >= .85 && share <= .95));
        return findings;
    }

    private static double capped(double error) {
        double bounded = Math.clamp(error, -MAX_ERROR, MAX_ERROR);
        return bounded * bounded;
    }

    private static AuthorSummary summary(AuthorHistory half, Planted planted) {
        return AuthorSummary.of(
                half, planted.workspace().accounts(), ScoreTable.CURRENT, World.end());
    }

    private static int tier(long followers) {
        return followers < 1e3 ? 0 : followers < 1e4 ? 1 : followers < 1e5 ? 2 : 3;
    }

    /** Every other post. Responses are not split: they say who responds, not how often. */
    private static AuthorHistory half(AuthorHistory whole, int which) {
        var posts = new ArrayList<PostFacts>();
        for (int i = which; i < whole.posts().size(); i += 2) {
            posts.add(whole.posts().get(i));
        }
        return new AuthorHistory(
                whole.account(),
                whole.platform(),
                whole.days(),
                posts,
                whole.received(),
                whole.given());
    }
}
