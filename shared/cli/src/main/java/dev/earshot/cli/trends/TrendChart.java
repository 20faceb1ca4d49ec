package dev.earshot.cli.trends;

import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.topic.Topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A series as one line of bars, with the alerts under it. Stateless. */
final class TrendChart {
    private static final int WIDTH = 72;
    private static final String BARS = " ▁▂▃▄▅▆▇█";

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
        int columns = Math.min(WIDTH, verdicts.size());
        double[] highest = new double[columns];
        boolean[] alert = new boolean[columns];
        double top = 1;
        for (int i = 0; i < verdicts.size(); i++) {
            int column = (int) ((long) i * columns / verdicts.size());
            highest[column] = Math.max(highest[column], verdicts.get(i).count().orElse(0.0));
            alert[column] |= verdicts.get(i).alert();
            top = Math.max(top, highest[column]);
        }
        var bars = new StringBuilder();
        var marks = new StringBuilder();
        for (int c = 0; c < columns; c++) {
            // By the logarithm, so that the usual days can be seen beside the largest.
            double height = Math.log1p(highest[c]) / Math.log1p(top) * (BARS.length() - 1);
            bars.append(BARS.charAt((int) Math.round(height)));
            marks.append(alert[c] ? '^' : ' ');
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(bars + String.format(Locale.ROOT, "  at most %,.0f (logarithmic)", top));
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
