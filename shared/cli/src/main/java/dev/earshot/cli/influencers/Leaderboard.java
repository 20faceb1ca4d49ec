package dev.earshot.cli.influencers;

import dev.earshot.cli.terminal.Paint;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Prints ranked authors: one line with the interval as a bar, one with the reason. Immutable. */
public final class Leaderboard {
    private static final int BAR = 32;
    private static final int MAX_REASON = 150;
    private static final double WHOLE = 100;

    private final PrintStream out;
    private final Paint paint;

    public Leaderboard(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    /**
     * An author on the board.
     *
     * @param score 0 to 100, between {@code low} and {@code high}
     */
    public record Line(
            int rank,
            String pseudonym,
            String platform,
            OptionalLong followers,
            double score,
            double low,
            double high,
            String reason) {}

    /** Prints the lines under a heading. */
    public void print(List<Line> lines) {
        out.println(
                paint.dim(
                        String.format(
                                Locale.ROOT,
                                "  %4s  %-32s  %-9s %9s  %5s  %s  %s",
                                "rank",
                                "author",
                                "platform",
                                "followers",
                                "score",
                                scale(),
                                "90 %")));
        for (Line line : lines) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "  %4d  %-32s  %-9s %9s  %s  %s  %2.0f to %2.0f",
                            line.rank(),
                            line.pseudonym(),
                            line.platform(),
                            line.followers().isPresent()
                                    ? String.format(
                                            Locale.ROOT, "%,d", line.followers().getAsLong())
                                    : "?",
                            paint.bold(String.format(Locale.ROOT, "%5.1f", line.score())),
                            paint.green(bar(line.score(), line.low(), line.high())),
                            line.low(),
                            line.high()));
            out.println(paint.dim("        " + Paint.oneLine(line.reason(), MAX_REASON)));
        }
        out.flush();
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
