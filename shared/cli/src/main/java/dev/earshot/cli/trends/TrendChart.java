package dev.earshot.cli.trends;

import dev.earshot.cli.terminal.Sparkline;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.topic.Topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A series as one line of bars, with the alerts under it. Stateless. */
final class TrendChart {
    private static final int WIDTH = 72;

    private TrendChart() {}

    private static String line(Topic topic) {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f posts by %,d accounts from %s, %.1f expected",
                topic.label(),
                topic.posts(),
                topic.authors(),
                topic.start(),
                topic.expected());
    }

    /**
     * @param verdicts in order, at least one
     */
    static List<String> lines(
            List<BucketVerdict> verdicts, List<Episode> episodes, List<Topic> topics) {
        double[] highest =
                Sparkline.columns(
                        verdicts.stream()
                                .mapToDouble(verdict -> verdict.count().orElse(0.0))
                                .toArray(),
                        WIDTH);
        boolean[] alert = new boolean[highest.length];
        for (int i = 0; i < verdicts.size(); i++) {
            alert[Sparkline.column(i, verdicts.size(), alert.length)] |= verdicts.get(i).alert();
        }
        var marks = new StringBuilder();
        for (boolean each : alert) {
            marks.append(each ? '^' : ' ');
        }
        double top = Math.max(1, Arrays.stream(highest).max().orElse(1));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                Sparkline.of(highest)
                        + String.format(Locale.ROOT, "  at most %,.0f (logarithmic)", top));
        lines.add(marks + "  ^ alert");
        lines.add(verdicts.getFirst().time() + " to " + verdicts.getLast().time());
        lines.add("");
        episodes.forEach(episode -> lines.add("  " + episode.summary()));
        if (episodes.isEmpty()) {
            lines.add("  Nothing rose beyond what is usual here.");
        }
        if (!topics.isEmpty()) {
            lines.add("");
            lines.add("  New topics:");
            topics.forEach(topic -> lines.add("    " + line(topic)));
        }
        return lines;
    }
}
