package dev.earshot.influence;

import dev.earshot.core.post.PostId;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import java.util.List;
import java.util.Locale;

/** Formats numbers for reasons and caveats, and makes components. Stateless. */
final class ScoreText {
    private ScoreText() {}

    static String percent(double share) {
        double percent = 100 * share;
        return Math.abs(percent) < 1 && percent != 0
                ? String.format(Locale.ROOT, "%.1f %%", percent)
                : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String count(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
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
            List<PostId> evidence) {
        double middle = Math.clamp(value, ScoreTable.FLOOR, ScoreTable.CEILING);
        return new Component(
                name,
                middle,
                Math.clamp(low, ScoreTable.FLOOR, middle),
                Math.clamp(high, middle, ScoreTable.CEILING),
                table.weight(name),
                reasons,
                evidence);
    }

    /** A component without evidence. */
    static Component unknown(Component.Name name, String reason) {
        return Component.unknown(name, reason);
    }
}
