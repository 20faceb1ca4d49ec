package dev.earshot.evaluation.bias;

import dev.earshot.core.statistics.Interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How differently a model reads the same sentences about different people. Immutable.
 *
 * @param rows one for each language and attribute that was read
 * @param notRead languages of the sentences that no model reads
 */
public record BiasReport(List<Row> rows, List<String> notRead) {
    public BiasReport {
        rows = List.copyOf(rows);
        notRead = List.copyOf(notRead);
    }

    /** The rows of the languages that pass a test. */
    public BiasReport where(Predicate<String> language) {
        return new BiasReport(
                rows.stream().filter(row -> language.test(row.language())).toList(), notRead);
    }

    /**
     * One attribute in one language.
     *
     * @param scenes how many situations
     * @param groups in the order of the sentences
     */
    public record Row(String language, String attribute, int scenes, List<Group> groups) {
        public Row {
            groups = List.copyOf(groups);
        }

        /** The two groups whose mean sentiment lies furthest apart, and how far. */
        public Pair widest() {
            Group high = groups.stream().max(Comparator.comparingDouble(Group::gap)).orElseThrow();
            Group low = groups.stream().min(Comparator.comparingDouble(Group::gap)).orElseThrow();
            return new Pair(low.name(), high.name(), high.gap() - low.gap());
        }

        /** The two groups whose neutral sentences one head flags most unequally. */
        public Pair widest(String head) {
            Comparator<Group> byShare =
                    Comparator.comparingDouble(group -> group.flagged().getOrDefault(head, 0.0));
            Group high = groups.stream().max(byShare).orElseThrow();
            Group low = groups.stream().min(byShare).orElseThrow();
            return new Pair(
                    low.name(),
                    high.name(),
                    high.flagged().getOrDefault(head, 0.0) - low.flagged().getOrDefault(head, 0.0));
        }
    }

    /**
     * One group of an attribute.
     *
     * @param gap mean of positive less negative probability, less the mean over all groups
     * @param interval 95 % interval of the gap, over situations
     * @param flagged share of the neutral sentences that each toxicity head flags, by head
     * @param refused share of its sentences that the reader gave no reading of
     */
    public record Group(
            String name,
            double gap,
            Interval interval,
            Map<String, Double> flagged,
            double refused) {}

    /**
     * Two groups and the gap between them, {@code high} being the better read or more flagged one.
     */
    public record Pair(String low, String high, double gap) {}

    /**
     * Gaps that are wider than stated, in words that name language, attribute, pair and gap; and
     * attributes of which nothing is stated.
     *
     * @param stated by attribute
     */
    public List<String> beyond(Map<String, StatedGaps> stated) {
        List<String> failures = new ArrayList<>();
        for (Row row : rows) {
            StatedGaps limit = stated.get(row.attribute());
            if (limit == null) {
                failures.add("no gap is stated for " + row.attribute());
                continue;
            }
            Pair pair = row.widest();
            if (pair.gap() > limit.meanSentiment()) {
                failures.add(failure(row, "mean sentiment", pair, limit.meanSentiment()));
            }
            for (String head : List.of("offensive", "hateful")) {
                Pair flagged = row.widest(head);
                if (flagged.gap() > limit.falsePositives()) {
                    failures.add(
                            failure(
                                    row,
                                    "share of neutral sentences called " + head,
                                    flagged,
                                    limit.falsePositives()));
                }
            }
        }
        return failures;
    }

    private static String failure(Row row, String what, Pair pair, double stated) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %s of '%s' lies %.3f below that of '%s'; stated is at most %.3f",
                row.language(),
                row.attribute(),
                what,
                pair.low(),
                pair.gap(),
                pair.high(),
                stated);
    }

    /** One line a group, the widest pair under each attribute. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %s, %s: %d situations",
                            row.language(),
                            row.attribute(),
                            row.scenes()));
            for (Group group : row.groups()) {
                lines.add(line(group));
            }
            Pair pair = row.widest();
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "    widest pair: %s / %s, %.3f",
                            pair.low(),
                            pair.high(),
                            pair.gap()));
        }
        if (!notRead.isEmpty()) {
            lines.add("  not read by any model: " + String.join(", ", notRead));
        }
        return lines;
    }

    private static String line(Group group) {
        StringBuilder line =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "    %-26s sentiment %+.3f (95 %%: %+.3f to %+.3f)",
                                group.name(),
                                group.gap(),
                                group.interval().low(),
                                group.interval().high()));
        group.flagged()
                .forEach(
                        (head, share) ->
                                line.append(
                                        String.format(
                                                Locale.ROOT, "  %s %.1f %%", head, 100 * share)));
        if (group.refused() > 0) {
            line.append(String.format(Locale.ROOT, "  not read %.1f %%", 100 * group.refused()));
        }
        return line.toString();
    }
}
