package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.evaluation.influence.world.Draws;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.influence.impact.ImpactStudy;
import dev.earshot.influence.impact.Lift;
import dev.earshot.influence.impact.SyntheticControl;
import dev.earshot.influence.score.ImpactConstants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Measures how often impact is reported where there is none, and whether the interval covers a
 * planted impact.
 */
public final class ImpactFindings {
    private static final int DAYS = 120;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final double LIFT = .3;

    private ImpactFindings() {}

    public static List<Figure> run(int worlds) {
        int seen = 0;
        int nulls = 0;
        int covered = 0;
        int lifts = 0;
        int found = 0;
        for (int w = 0; w < worlds; w++) {
            Optional<Lift> none = SyntheticControl.estimate(study(w, 1));
            Optional<Lift> some = SyntheticControl.estimate(study(w, 1 + LIFT));
            if (none.isPresent()) {
                nulls++;
                seen += none.get().placeboP() <= .05 ? 1 : 0;
            }
            if (some.isPresent()) {
                lifts++;
                double truth = Math.log1p(LIFT);
                covered += some.get().low() <= truth && truth <= some.get().high() ? 1 : 0;
                found += some.get().placeboP() <= .05 ? 1 : 0;
            }
        }
        double rate = (double) seen / nulls;
        return List.of(
                Figure.percentage("impact, worlds without any: p <= 0.05", seen, nulls, "worlds")
                        .aimedAt("3 to 7 %", rate >= .03 && rate <= .07),
                Figure.percentage(
                                "impact, planted +30 %: within the 90 % interval",
                                covered, lifts, "worlds")
                        .atLeast(90),
                Figure.percentage("  detected at p <= 0.05", found, lifts, "worlds"));
    }

    /** Audiences that share two slow trends and a weekly cycle, with clustered counts. */
    static ImpactStudy study(long seed, double rise) {
        var random = new SplittableRandom(77_000 + seed);
        double[][] moods = new double[2][DAYS];
        for (double[] mood : moods) {
            double level = 0;
            for (int d = 0; d < DAYS; d++) {
                level = .92 * level + .1 * Draws.normal(random);
                mood[d] = level;
            }
        }
        int posts = 1 + random.nextInt(3);
        var days = new TreeSet<LocalDate>();
        for (int p = 0; p < posts; p++) {
            days.add(FIRST.plusDays(60 + random.nextInt(DAYS - 68)));
        }
        var series = new ArrayList<AudienceSeries>();
        for (int a = 0; a < 31; a++) {
            double level = 3 * Draws.lognormal(.6, random) + 1;
            double first = .5 + random.nextDouble();
            double second = random.nextDouble();
            double drift = 0;
            var counts = new ArrayList<BrandDay>();
            for (int d = 0; d < DAYS; d++) {
                drift = .8 * drift + .07 * Draws.normal(random);
                double mean =
                        level
                                * Math.exp(first * moods[0][d] + second * moods[1][d] + drift)
                                * (d % 7 < 5 ? .9 : 1.25)
                                * Draws.lognormal(.2, random);
                if (a == 0 && isAfter(FIRST.plusDays(d), days)) {
                    mean *= rise;
                }
                long count = Draws.poisson(mean, random);
                counts.add(new BrandDay(count, count / 5, count / 3, 2 * count));
            }
            series.add(
                    new AudienceSeries(
                            new AuthorRef(String.format("%032x", a + 1)),
                            "brand",
                            FIRST,
                            counts,
                            a == 0 ? days : new TreeSet<>(),
                            200));
        }
        return new ImpactStudy(series.getFirst(), series.subList(1, series.size()));
    }

    private static boolean isAfter(LocalDate day, NavigableSet<LocalDate> posts) {
        LocalDate last = posts.floor(day);
        return last != null && day.isBefore(last.plusDays(ImpactConstants.LIFT_EFFECT_DAYS));
    }
}
