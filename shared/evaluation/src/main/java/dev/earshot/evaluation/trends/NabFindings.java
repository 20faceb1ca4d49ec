package dev.earshot.evaluation.trends;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.trends.spike.CountSeries;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** The detector on the labelled series of real brands, with one set of constants for all. */
public final class NabFindings {
    private static final Duration BUCKET = Duration.ofMinutes(5);
    private static final int DAY = 288;
    private static final int DRAWS = 1_000;
    private static final String CHOSEN = "the detector's constants";

    private NabFindings() {}

    /** Scores in both profiles, of all brands and of each, with and without further silence. */
    public static List<Figure> run(Path text) throws IOException {
        List<NabSeries> all = NabSeries.all(text.resolve("trends_nab_tweets"));
        List<NabScore> scores = scores(all, NabFindings::alerts);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                figure("NAB standard profile", scores, NabScore.STANDARD)
                        .atLeast(72)
                        .beside("best published, ten brands: 74-82")
                        .chosenHere(CHOSEN));
        figures.add(
                figure("NAB low-false-positive profile", scores, NabScore.LOW_FALSE_POSITIVES)
                        .atLeast(60)
                        .beside("best published, ten brands: 70-75")
                        .chosenHere(CHOSEN));
        for (int i = 0; i < all.size(); i++) {
            NabScore one = scores.get(i);
            figures.add(
                    Figure.of(
                                    "  " + all.get(i).name(),
                                    one.windows(),
                                    "windows",
                                    one.normalised(NabScore.STANDARD))
                            .beside(
                                    String.format(
                                            Locale.ROOT,
                                            "%d found, %d false alerts; low-FP %.1f",
                                            one.found(),
                                            one.strays(),
                                            one.normalised(NabScore.LOW_FALSE_POSITIVES))));
        }
        List<NabScore> silent = scores(all, series -> silenced(alerts(series), DAY));
        figures.add(figure("  with a day's silence after an alert", silent, NabScore.STANDARD));
        for (int days = 1; days <= 2; days++) {
            int every = days * DAY;
            List<NabScore> control = scores(all, series -> every(series, every));
            figures.add(
                    figure(
                            "  control: an alert every " + 24 * days + " h",
                            control,
                            NabScore.STANDARD));
        }
        return figures;
    }

    private static List<NabScore> scores(
            List<NabSeries> all, Function<NabSeries, boolean[]> detector) {
        return all.stream()
                .map(series -> NabScore.of(detector.apply(series), series.windows()))
                .toList();
    }

    /** With the interval of a bootstrap over brands. */
    private static Figure figure(String name, List<NabScore> scores, double weight) {
        NabScore sum = scores.stream().reduce(NabScore.NONE, NabScore::plus);
        var random = new Random(1);
        double[] draws = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            NabScore drawn = NabScore.NONE;
            for (int i = 0; i < scores.size(); i++) {
                drawn = drawn.plus(scores.get(random.nextInt(scores.size())));
            }
            draws[d] = drawn.normalised(weight);
        }
        return Figure.of(name, scores.size(), "brands", sum.normalised(weight))
                .within(Interval.ofDraws(draws))
                .beside(sum.found() + " of " + sum.windows() + ", " + sum.strays() + " false");
    }

    private static boolean[] alerts(NabSeries brand) {
        var series = new CountSeries(BUCKET);
        boolean[] alerts = new boolean[brand.counts().size()];
        for (int i = 0; i < alerts.length; i++) {
            alerts[i] = series.add(brand.times().get(i), brand.counts().get(i)).alert();
        }
        return alerts;
    }

    private static boolean[] silenced(boolean[] alerts, int rows) {
        boolean[] kept = new boolean[alerts.length];
        int last = -rows;
        for (int i = 0; i < alerts.length; i++) {
            if (alerts[i] && i - last >= rows) {
                kept[i] = true;
                last = i;
            }
        }
        return kept;
    }

    private static boolean[] every(NabSeries series, int rows) {
        boolean[] alerts = new boolean[series.counts().size()];
        for (int i = 0; i < alerts.length; i += rows) {
            alerts[i] = true;
        }
        return alerts;
    }
}
