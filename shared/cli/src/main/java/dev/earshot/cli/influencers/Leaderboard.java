package dev.earshot.cli.influencers;

import dev.earshot.cli.terminal.Paint;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints ranked authors: one line with the interval as a bar, and below it the reasons, whole.
 * Ranks that the intervals can't tell apart are one range. Immutable.
 */
public final class Leaderboard {
    private static final int BAR = 32;
    private static final double WHOLE = 100;
    private static final double MIDDLE = 50;
    private static final int NAME = 32;

    private final PrintStream out;
    private final Paint paint;
    private final Prices prices;

    public Leaderboard(PrintStream out, Paint paint) {
        this(out, paint, new Prices(Map.of()));
    }

    Leaderboard(PrintStream out, Paint paint, Prices prices) {
        this.out = out;
        this.paint = paint;
        this.prices = prices;
    }

    /** Prints lines, the highest score first, under a heading. */
    public void print(List<BoardLine> lines) {
        print(lines, lines.size());
    }

    /**
     * Prints the first lines of a board.
     *
     * @param all every author that was ranked, the highest score first: ties reach beyond what is
     *     printed
     */
    void print(List<BoardLine> all, int most) {
        out.println(
                paint.dim(
                        String.format(
                                Locale.ROOT,
                                "  %-10s %-32s  %-9s %9s  %5s  %s  %s",
                                "rank",
                                "author",
                                "platform",
                                "followers",
                                "score",
                                scale(),
                                "90 %")));
        List<String> ranks = BoardLine.ranks(all);
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            BoardLine line = all.get(i);
            out.println(
                    String.format(
                            Locale.ROOT,
                            "  %-10s %-32s  %-9s %9s  %s  %s  %2.0f to %2.0f",
                            ranks.get(i),
                            Paint.oneLine(line.name(), NAME),
                            line.platform(),
                            line.followers().isPresent()
                                    ? String.format(
                                            Locale.ROOT, "%,d", line.followers().getAsLong())
                                    : "?",
                            paint.bold(String.format(Locale.ROOT, "%5.1f", line.score())),
                            paint.green(bar(line.score(), line.low(), line.high())),
                            line.low(),
                            line.high()));
            reasons(line);
        }
        out.flush();
    }

    private void reasons(BoardLine line) {
        if (line.parts().isEmpty()) {
            out.println(paint.dim("        " + line.reason()));
        }
        for (BoardLine.Part part : line.parts()) {
            if (part.isKnown()) {
                String sign = part.value() >= MIDDLE ? "+ " : "- ";
                out.println(paint.dim("        " + sign + String.join("; ", part.reasons())));
            }
        }
        String unknown =
                line.parts().stream()
                        .filter(part -> !part.isKnown() && !part.name().equals("authority"))
                        .map(BoardLine.Part::name)
                        .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            out.println(paint.dim("        ? not known: " + unknown));
        }
        line.profile()
                .map(profile -> ProfileText.lines(profile, prices.of(line.name())))
                .orElse(List.of())
                .forEach(fact -> out.println(paint.dim("        = " + fact)));
        line.caveats().forEach(caveat -> out.println(paint.dim("        ! " + caveat)));
    }

    private static String scale() {
        return "0" + " ".repeat(BAR / 2 - 2) + "50" + " ".repeat(BAR / 2 - 4) + "100";
    }

    /** The interval as a line from 0 to 100 with the score on it. */
    static String bar(double score, double low, double high) {
        var bar = new StringBuilder();
        for (int i = 0; i < BAR; i++) {
            bar.append(i == place(score) ? '●' : i >= place(low) && i <= place(high) ? '─' : ' ');
        }
        return bar.toString();
    }

    private static int place(double value) {
        return Math.clamp(Math.round(value / WHOLE * (BAR - 1)), 0, BAR - 1);
    }
}
