package dev.earshot.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of comma-separated values (RFC 4180), for a spreadsheet. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe. Stateless.
 */
public final class CsvRow {
    private CsvRow() {}

    /** The row, without an end of line. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
