package dev.earshot.evaluation.behaviour;

import dev.earshot.evaluation.behaviour.Behaviour.Case;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How often the text reader that production uses fails each row of the suite. Immutable. */
public record BehaviourReport(List<Row> rows) {
    private static final int EXAMPLES = 3;
    private static final String ENGLISH = "en";

    public BehaviourReport {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param kind MFT, INV or DIR; several if the row mixes them
     * @param cases number of cases
     * @param failed number of failed cases
     * @param published failure rates of Amazon, Google and Microsoft in per cent, or empty
     * @param examples some of the failed cases
     */
    public record Row(
            String name,
            String kind,
            int cases,
            int failed,
            List<Double> published,
            List<String> examples) {
        /** Share of failed cases, in per cent. */
        public double failureRate() {
            return cases == 0 ? 0 : 100.0 * failed / cases;
        }
    }

    /** Runs every case; each sentence is read once. */
    public static BehaviourReport of(BehaviourSuite suite, TextReader reader) {
        return of(suite.rows(), reader, ENGLISH);
    }

    /** Runs every case of a suite in another language. */
    public static BehaviourReport of(BehaviourSuite suite, TextReader reader, String language) {
        return of(suite.rows(), reader, language);
    }

    /** Runs the disturbances on real posts. */
    public static BehaviourReport onPosts(List<String> posts, long seed, TextReader reader) {
        return of(BehaviourSuite.onPosts(posts, seed), reader, ENGLISH);
    }

    private static BehaviourReport of(
            List<Behaviour> behaviours, TextReader reader, String language) {
        Set<String> texts = new LinkedHashSet<>();
        for (Behaviour behaviour : behaviours) {
            for (Case each : behaviour.cases()) {
                texts.add(each.first());
                texts.add(each.second());
            }
        }
        List<String> order = new ArrayList<>(texts);
        List<Verdict> read = Verdict.of(reader, order, language);
        Map<String, Verdict> verdicts = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            verdicts.put(order.get(i), read.get(i));
        }
        return new BehaviourReport(behaviours.stream().map(row -> row(row, verdicts)).toList());
    }

    private static Row row(Behaviour behaviour, Map<String, Verdict> verdicts) {
        int failed = 0;
        List<String> examples = new ArrayList<>();
        for (Case each : behaviour.cases()) {
            Verdict first = verdict(verdicts, each.first());
            Verdict second = verdict(verdicts, each.second());
            if (!each.expectation().met(first, second)) {
                failed++;
                if (examples.size() < EXAMPLES) {
                    examples.add(example(each, first, second));
                }
            }
        }
        String kinds =
                behaviour.cases().stream()
                        .map(each -> each.expectation().kind())
                        .distinct()
                        .collect(Collectors.joining(","));
        return new Row(
                behaviour.name(),
                kinds,
                behaviour.cases().size(),
                failed,
                behaviour.published(),
                List.copyOf(examples));
    }

    private static Verdict verdict(Map<String, Verdict> verdicts, String text) {
        Verdict found = verdicts.get(text);
        if (found == null) {
            throw new IllegalStateException("not read: " + text);
        }
        return found;
    }

    private static String example(Case each, Verdict first, Verdict second) {
        String before = each.first() + " [" + first.label().key() + "]";
        return each.first().equals(each.second())
                ? before
                : before + " => " + each.second() + " [" + second.label().key() + "]";
    }

    /** Failure rates by row name, in per cent. */
    public Map<String, Double> rates() {
        Map<String, Double> rates = new LinkedHashMap<>();
        rows.forEach(row -> rates.put(row.name(), row.failureRate()));
        return rates;
    }

    /** One line per row, with the published rates beside ours. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  %-40s %-5s %6s %8s   %8s %8s %9s",
                        "failed, per cent",
                        "kind",
                        "cases",
                        "ours",
                        "Amazon",
                        "Google",
                        "Microsoft"));
        for (Row row : rows) {
            List<String> published =
                    row.published().isEmpty()
                            ? List.of("-", "-", "-")
                            : row.published().stream()
                                    .map(rate -> String.format(Locale.ROOT, "%.1f", rate))
                                    .toList();
            double best =
                    row.published().stream().mapToDouble(Double::doubleValue).min().orElse(100);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-40s %-5s %6d %8.1f %s %8s %8s %9s",
                            row.name(),
                            row.kind(),
                            row.cases(),
                            row.failureRate(),
                            row.failureRate() > best ? "!" : " ",
                            published.get(0),
                            published.get(1),
                            published.get(2)));
        }
        lines.add(
                "  ! = worse than the best of the three. Published: Ribeiro et al. (ACL 2020), on"
                        + " other sentences");
        return lines;
    }
}
