package dev.earshot.evaluation.text;

import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.bias.BiasReport;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.report.FigureTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Results of an evaluation of the text models. Immutable.
 *
 * @param models name, revision and digest of each model used
 * @param skipped what could not be measured, and why
 */
public record TextReport(
        List<String> models,
        List<HeadScore> heads,
        List<Figure> checks,
        List<BehaviourReport.Row> behaviour,
        BiasReport bias,
        List<String> skipped) {
    public TextReport {
        models = List.copyOf(models);
        heads = List.copyOf(heads);
        checks = List.copyOf(checks);
        behaviour = List.copyOf(behaviour);
        skipped = List.copyOf(skipped);
    }

    /** The report as a table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        models.forEach(model -> lines.add("model " + model));
        lines.add("");
        lines.add("Intervals in brackets are 95 % (bootstrap, or Wilson for shares).");
        lines.add("");
        if (!heads.isEmpty()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-10s %-34s %-5s %6s  %-14s %5s %-14s %5s %-14s %6s %7s  %s",
                            "head",
                            "data",
                            "lang",
                            "posts",
                            "metric",
                            "ours",
                            "(95 %)",
                            "ECE",
                            "(by chance)",
                            "acc.",
                            "acc.@80",
                            "verdicts"));
            heads.forEach(score -> add(lines, score));
            lines.add(
                    "  ECE: expected calibration error. by chance: the ECE to expect on as many posts"
                            + " if every probability were exactly right (mean and 95th percentile");
            lines.add(
                    "  of 1,000 simulations). acc.: accuracy if every post is answered. acc.@80: that"
                            + " of the 80 % with the highest confidence. verdicts: share of posts on");
            lines.add(
                    "  which the product gives a verdict, and their accuracy. Published scores are"
                            + " on the data sets' own test splits.");
            lines.add("");
        }
        if (!checks.isEmpty()) {
            lines.addAll(FigureTable.lines(checks));
            lines.add("");
        }
        if (!behaviour.isEmpty()) {
            lines.addAll(new BehaviourReport(behaviour).table());
            lines.add("");
        }
        if (!bias.rows().isEmpty()) {
            lines.add(
                    "  same sentences about other people: how much better than the mean of all"
                            + " groups each is read");
            lines.addAll(bias.table());
            lines.add("");
        }
        skipped.forEach(reason -> lines.add("NOT MEASURED  " + reason));
        return lines;
    }

    private static void add(List<String> lines, HeadScore score) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-10s %-34s %-5s %6d  %-14s %5.1f (%.1f to %.1f) %5s %-14s %6s %7s  %s",
                        score.head(),
                        shortened(score.data()),
                        score.language(),
                        score.posts(),
                        score.metric(),
                        score.value(),
                        score.interval().low(),
                        score.interval().high(),
                        number("%.3f", score.calibrationError()),
                        number("(%.3f, ", score.chanceError().mean())
                                + number("%.3f)", score.chanceError().quantile95()),
                        number("%.1f", score.accuracy()),
                        number("%.1f", score.accuracyAt80()),
                        number("%.1f %%", score.answered())
                                + (Double.isNaN(score.accuracyAnswered())
                                        ? ""
                                        : number(", accuracy %.1f", score.accuracyAnswered()))));
        if (!score.baselines().isEmpty()) {
            lines.add("             same posts: " + list(score.baselines()));
        }
        if (!score.published().isEmpty()) {
            lines.add("             published:  " + list(score.published()));
        }
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static String list(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .map(
                        score ->
                                String.format(
                                        Locale.ROOT, "%s %.1f", score.getKey(), score.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        return name.length() <= 34 ? name : name.substring(0, 33) + "…";
    }
}
