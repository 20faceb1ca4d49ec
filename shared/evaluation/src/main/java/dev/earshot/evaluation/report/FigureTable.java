package dev.earshot.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one table in which every evaluation prints its figures. Stateless. */
public final class FigureTable {
    private static final List<String> HEADER =
            List.of("figure", "data", "n", "of", "value", "95 %", "target", "", "compare");
    private static final Set<String> RIGHT_ALIGNED = Set.of("n");

    private FigureTable() {}

    /**
     * A header and one line per figure. Columns are as wide as their longest cell; one without any
     * content is left out.
     */
    public static List<String> lines(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        figures.forEach(figure -> rows.add(row(figure)));
        int[] widths =
                IntStream.range(0, HEADER.size())
                        .map(column -> width(rows, column, figures.isEmpty()))
                        .toArray();
        List<String> lines =
                rows.stream()
                        .map(row -> line(row, widths))
                        .collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, "-".repeat(lines.stream().mapToInt(String::length).max().orElse(0)));
        return lines;
    }

    /**
     * The same, followed by what could not be measured.
     *
     * @param skipped reasons by name
     */
    public static List<String> lines(List<Figure> figures, Map<String, String> skipped) {
        List<String> lines = lines(figures);
        skipped.forEach((name, reason) -> lines.add(name + "  SKIPPED: " + reason));
        return lines;
    }

    /** The names of the figures that missed their targets, in one line. */
    public static String missed(List<Figure> figures) {
        List<String> names =
                figures.stream()
                        .filter(figure -> !figure.passes())
                        .map(figure -> figure.name().strip())
                        .toList();
        return names.isEmpty() ? "every target was met" : "missed: " + String.join("; ", names);
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                figure.data(),
                Integer.toString(figure.count()),
                figure.items(),
                figure.valueText()
                        + (figure.chosen().isEmpty()
                                ? ""
                                : " (" + figure.chosen() + " chosen on these)"),
                figure.intervalText(),
                figure.target(),
                figure.met().map(met -> met ? "ok" : "MISS").orElse(""),
                figure.comparison());
    }

    /** 0 for a column without content. */
    private static int width(List<List<String>> rows, int column, boolean headerOnly) {
        boolean empty =
                !headerOnly && rows.stream().skip(1).allMatch(row -> row.get(column).isEmpty());
        return empty ? 0 : rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] == 0) {
                continue;
            }
            String cell = cells.get(column);
            String blanks = " ".repeat(widths[column] - cell.length());
            line.append(line.isEmpty() ? "" : "  ")
                    .append(
                            RIGHT_ALIGNED.contains(HEADER.get(column))
                                    ? blanks + cell
                                    : cell + blanks);
        }
        return line.toString().stripTrailing();
    }
}
