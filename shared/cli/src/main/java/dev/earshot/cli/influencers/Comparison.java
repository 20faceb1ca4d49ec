package dev.earshot.cli.influencers;

import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.terminal.Paint;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Up to five authors beside each other, component by component. Stateless. */
final class Comparison {
    /** Most authors that fit beside each other. */
    static final int MOST = 5;

    private static final int WIDTH = 22;

    private Comparison() {}

    /**
     * The authors of these names, in this order.
     *
     * @throws UsageException if one is not on the board, or there are too few or too many
     */
    static List<BoardLine> chosen(List<BoardLine> board, List<String> names) {
        if (names.size() < 2 || names.size() > MOST) {
            throw new UsageException(
                    "--compare must name 2 to " + MOST + " authors, but got " + names.size());
        }
        var chosen = new ArrayList<BoardLine>();
        for (String name : names) {
            String plain = Prices.plain(name);
            chosen.add(
                    board.stream()
                            .filter(line -> Prices.plain(line.name()).equals(plain))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "no author '"
                                                            + name
                                                            + "' is on the board; give a name as the"
                                                            + " board prints it")));
        }
        return chosen;
    }

    static void print(List<BoardLine> lines, Prices prices, PrintStream out, Paint paint) {
        row(out, "", lines.stream().map(BoardLine::name).toList());
        row(out, "platform", lines.stream().map(BoardLine::platform).toList());
        row(
                out,
                "followers",
                lines.stream()
                        .map(
                                line ->
                                        line.followers().isPresent()
                                                ? String.format(
                                                        Locale.ROOT,
                                                        "%,d",
                                                        line.followers().getAsLong())
                                                : "?")
                        .toList());
        row(out, "score", lines.stream().map(l -> interval(l.score(), l.low(), l.high())).toList());
        for (int part = 0; part < lines.getFirst().parts().size(); part++) {
            int at = part;
            row(
                    out,
                    lines.getFirst().parts().get(part).name(),
                    lines.stream().map(line -> value(line.parts().get(at))).toList());
        }
        for (BoardLine line : lines) {
            out.println();
            out.println(paint.bold(line.name()));
            line.parts().stream()
                    .filter(BoardLine.Part::isKnown)
                    .forEach(
                            p ->
                                    out.println(
                                            "  "
                                                    + p.name()
                                                    + ": "
                                                    + String.join("; ", p.reasons())));
            line.profile()
                    .map(profile -> ProfileText.lines(profile, prices.of(line.name())))
                    .orElse(List.of())
                    .forEach(fact -> out.println("  = " + fact));
            line.caveats().forEach(caveat -> out.println("  ! " + caveat));
        }
        out.flush();
    }

    private static String value(BoardLine.Part part) {
        return part.isKnown() ? interval(part.value(), part.low(), part.high()) : "not known";
    }

    private static String interval(double value, double low, double high) {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", value, low, high);
    }

    private static void row(PrintStream out, String name, List<String> cells) {
        var row = new StringBuilder(String.format(Locale.ROOT, "  %-14s", name));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, "%-" + WIDTH + "s", Paint.oneLine(cell, 20)));
        }
        out.println(row.toString().stripTrailing());
    }
}
