package dev.earshot.djl.vision.ocr;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.TextLine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts lines into reading order: top to bottom, left to right. Text set in columns is read column
 * by column; a table, whose cells are short, is read row by row.
 */
final class ReadingOrder {
    private static final Comparator<TextLine> BY_TOP =
            Comparator.comparingDouble(line -> line.box().y());
    private static final Comparator<TextLine> BY_LEFT =
            Comparator.comparingDouble(line -> line.box().x());

    /** A column has at least this many lines ... */
    private static final int COLUMN_LINES = 3;

    /** ... and is at least this many times as wide as they are high. */
    private static final double COLUMN_WIDTH = 6;

    /** Two lines whose heights overlap by this share are in one row. */
    private static final double SAME_ROW = 0.5;

    private ReadingOrder() {}

    static List<TextLine> sort(List<TextLine> lines) {
        List<TextLine> ordered = new ArrayList<>();
        append(lines, ordered);
        return List.copyOf(ordered);
    }

    private static void append(List<TextLine> lines, List<TextLine> ordered) {
        List<TextLine> sorted = lines.stream().sorted(BY_LEFT).toList();
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.size(); i++) {
            Box box = sorted.get(i).box();
            List<TextLine> before = sorted.subList(0, i);
            List<TextLine> after = sorted.subList(i, sorted.size());
            if (box.x() > right && isColumn(before) && isColumn(after)) {
                append(before, ordered);
                append(after, ordered);
                return;
            }
            right = Math.max(right, box.x() + box.width());
        }
        rows(lines, ordered);
    }

    private static boolean isColumn(List<TextLine> lines) {
        if (lines.size() < COLUMN_LINES) {
            return false;
        }
        double[] shapes =
                lines.stream()
                        .mapToDouble(l -> l.box().width() / Math.max(1, l.box().height()))
                        .sorted()
                        .toArray();
        return shapes[shapes.length / 2] >= COLUMN_WIDTH;
    }

    private static void rows(List<TextLine> lines, List<TextLine> ordered) {
        List<List<TextLine>> rows = new ArrayList<>();
        for (TextLine line : lines.stream().sorted(BY_TOP).toList()) {
            if (!rows.isEmpty() && sameRow(rows.getLast().getFirst().box(), line.box())) {
                rows.getLast().add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
            }
        }
        for (List<TextLine> row : rows) {
            row.sort(BY_LEFT);
            ordered.addAll(row);
        }
    }

    private static boolean sameRow(Box a, Box b) {
        double shared = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
        return shared >= SAME_ROW * Math.min(a.height(), b.height());
    }
}
