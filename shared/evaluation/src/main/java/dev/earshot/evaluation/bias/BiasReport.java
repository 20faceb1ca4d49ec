package dev.earshot.evaluation.bias;

import dev.earshot.core.statistics.Interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a model's reading of the same sentence varies with the people it is about. Immutable.
 *
 * @param rows one row per language and attribute that was read
 * @param notRead languages of the sentences that no model reads
 */
public record BiasReport(List<Row> rows, List<String> notRead) {
    public BiasReport {
        rows = List.copyOf(rows);
        notRead = List.copyOf(notRead);
    }

    /** The report of only those languages that pass a test. */
    public BiasReport where(Predicate<String> language) {
        return new BiasReport(
                rows.stream().filter(row -> language.test(row.language())).toList(), notRead);
    }

    /**
     * One attribute in one language.
     *
     * @param scenes number of situations
     * @param groups in the order of the sentences
     */
    public record Row(String language, String attribute, int scenes, List<Group> groups) {
        public Row {
            groups = List.copyOf(groups);
        }

        /** The two groups whose mean sentiments are furthest apart, and the gap. */
        public Pair widest() {
            Group high = groups.stream().max(Comparator.comparingDouble(Group::gap)).orElseThrow();
            Group low = groups.stream().min(Comparator.comparingDouble(Group::gap)).orElseThrow();
            return new Pair(low.name(), high.name(), high.gap() - low.gap());
        }

        /** The two groups whose neutral sentences a head flags at the most unequal rates. */
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
     * @param gap mean of positive minus negative probability, minus the mean over all groups
     * @param interval 95 % interval of the gap, over situations
     * @param flagged share of the neutral sentences that each toxicity head flags, by head
     * @param refused share of its sentences that were not read
     */
    public record Group(
            String name,
            double gap,
            Interval interval,
            Map<String, Double> flagged,
            double refused) {}

    /**
     * Two groups and the gap between them; {@code high} has the more positive sentiment or is
     * flagged more often.
     */
    public record Pair(String low, String high, double gap) {}

    /**
     * One message per gap that exceeds its limit, naming language, attribute, pair and gap, and one
     * per attribute without a limit.
     *
     * @param stated limits by attribute
     */
    public List<String> beyond(Map<String, StatedGaps> stated) {
        List<String> failures = new ArrayList<>();
        for (Row row : rows) {
            StatedGaps limit = stated.get(row.attribute());
            if (limit == null) {
                failures.add("there is no limit for " + row.attribute());
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
                "%s, %s: %s of '%s' is %.3f below that of '%s'; the limit is %.3f",
                row.language(),
                row.attribute(),
                what,
                pair.low(),
                pair.gap(),
                pair.high(),
                stated);
    }

    /** One line per group, and the widest pair of each attribute. */
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
