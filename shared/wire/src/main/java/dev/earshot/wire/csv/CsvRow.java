package dev.earshot.wire.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of comma-separated values (RFC 4180), for a spreadsheet. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe; a number, negative or not, stays as it is.
 * Stateless.
 */
public final class CsvRow {
    /** Excel takes a file for UTF-8 only if it begins with this mark. */
    public static final char MARK = '\ufeff';

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?( ?%)?");

    private CsvRow() {}

    /** The row, without an end of line. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula =
                !text.isEmpty()
                        && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                        && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
