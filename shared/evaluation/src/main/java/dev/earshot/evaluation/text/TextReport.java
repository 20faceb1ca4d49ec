package dev.earshot.evaluation.text;

import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.bias.BiasReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that an evaluation of the text model found. Immutable.
 *
 * @param models name, revision and digest of each model that was read with
 * @param skipped what could not be measured, with the reason
 */
public record TextReport(
        List<String> models,
        List<HeadScore> heads,
        List<Check> checks,
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

    /** The report as a table, one line an item. */
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
                            "%-10s %-34s %-5s %6s  %-14s %5s %-14s %5s %-14s %6s %6s  %s",
                            "head",
                            "data",
                            "lang",
                            "posts",
                            "measure",
                            "ours",
                            "(95 %)",
                            "ECE",
                            "(by chance)",
                            "right",
                            "at 80%",
                            "verdicts"));
            heads.forEach(score -> add(lines, score));
            lines.add(
                    "  ECE: expected calibration error; by chance: what it would be on as many"
                            + " posts if every probability were exactly right, mean and what 95 %");
            lines.add(
                    "  of 1,000 simulations stay below. right: share right when every post gets an"
                            + " answer, and of the surest 80 %. verdicts: share that the product");
            lines.add(
                    "  does not abstain from, and how many of these are right. Published scores are"
                            + " of the data sets' own test sides.");
            lines.add("");
        }
        if (!checks.isEmpty()) {
            checks.forEach(check -> lines.add(line(check)));
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
                        "%-10s %-34s %-5s %6d  %-14s %5.1f (%.1f to %.1f) %5s %-14s %6s %6s  %s",
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
                                        : number(", right %.1f", score.accuracyAnswered()))));
        if (!score.baselines().isEmpty()) {
            lines.add("             same posts: " + list(score.baselines()));
        }
        if (!score.published().isEmpty()) {
            lines.add("             published:  " + list(score.published()));
        }
    }

    private static String line(Check check) {
        return String.format(
                Locale.ROOT,
                "%-32s %-34s %6d  %-12s %5.1f (%.1f to %.1f)%s",
                check.name(),
                check.data(),
                check.items(),
                check.unit(),
                check.value(),
                check.interval().low(),
                check.interval().high(),
                check.wanted().isEmpty() ? "" : "  wanted: " + check.wanted());
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
