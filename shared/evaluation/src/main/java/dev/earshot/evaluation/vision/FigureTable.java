package dev.earshot.evaluation.vision;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints figures as they come, in columns. Not thread-safe. */
public final class FigureTable {
    private static final String ROW = "%-46s %7s  %-9s %8s  %-15s %-9s %-4s %s%n";

    private final PrintStream out;

    public FigureTable(PrintStream out) {
        this.out = out;
        out.printf(ROW, "figure", "n", "of", "ours", "95 %", "target", "", "beside it");
        out.println("-".repeat(130));
    }

    public void add(Figure figure) {
        out.printf(
                ROW,
                figure.name(),
                figure.n(),
                figure.unit(),
                Figure.number(figure.ours()),
                figure.interval()
                        .map(i -> Figure.number(i.low()) + " .. " + Figure.number(i.high()))
                        .orElse(""),
                figure.target(),
                figure.met().map(met -> met ? "ok" : "MISS").orElse(""),
                figure.anchor());
    }

    public void skipped(String name, String reason) {
        out.printf("%-46s SKIPPED: %s%n", name, reason);
    }

    /** Names of what was not reached, as one line. */
    public static String missed(List<Figure> figures) {
        List<String> names = new ArrayList<>();
        for (Figure figure : figures) {
            if (!figure.met().orElse(true)) {
                names.add(figure.name());
            }
        }
        return names.isEmpty() ? "every target was met" : "missed: " + String.join("; ", names);
    }
}
