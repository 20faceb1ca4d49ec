package dev.earshot.influence;

import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import java.util.List;
import java.util.Locale;

/** Formats numbers for reasons and caveats. Stateless. */
final class ScoreText {
    private ScoreText() {}

    static String percent(double share) {
        double percent = 100 * share;
        return Math.abs(percent) < 1 && percent != 0
                ? String.format(Locale.ROOT, "%.1f %%", percent)
                : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    public static String count(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    static String ordinal(double share) {
        long n = Math.round(100 * share);
        String suffix =
                n % 100 / 10 == 1 || n % 10 > 3 || n % 10 == 0
                        ? "th"
                        : List.of("st", "nd", "rd").get((int) (n % 10) - 1);
        return n + suffix;
    }

    static String posts(int n) {
        return n == 1 ? "one post" : n == 2 ? "two posts" : n + " posts";
    }

    /**
     * Makes a component, with the value and its interval clamped to the allowed range and in order.
     */
    static Component component(
            Component.Name name,
            ScoreTable table,
            double value,
            double low,
            double high,
            List<String> reasons,
            List<dev.earshot.core.post.PostId> evidence) {
        double middle = Math.clamp(value, ScoreTable.FLOOR, 100);
        return new Component(
                name,
                middle,
                Math.clamp(low, ScoreTable.FLOOR, middle),
                Math.clamp(high, middle, 100),
                table.weight(name),
                reasons,
                evidence);
    }
}
