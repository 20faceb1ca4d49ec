package dev.earshot.wire;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Cuts rows of a table that are too long, so that a parser behind it never holds more: what follows is
 * dropped up to the end of the row, and {@link #MARK} stands at the place. Quoted line breaks belong
 * to their row. For one thread.
 */
final class CsvRowGuard extends FilterReader {
    /** Longest row, in UTF-16 units; a cell may have a quarter of that. */
    static final int MAX_ROW_LENGTH = 4 << 20;

    private static final int MAX_CELL_LENGTH = MAX_ROW_LENGTH / 4 - 1;
    private static final int MAX_CELLS = 4_096;

    /** A noncharacter, which no text may hold; where one does, it becomes U+FFFD. */
    private static final char MARK = '\uFDD0';

    private static final char REPLACEMENT = '\uFFFD';

    private static final int NOTHING = -1;

    private final char separator;
    private int rowLength;
    private int cellLength;
    private int cells;
    private boolean quoted;
    private boolean closed;
    private boolean cut;

    /** Whether the parser behind was left within quotes when the row was cut. */
    private boolean open;

    CsvRowGuard(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    /** Whether a row was cut. */
    static boolean wasCut(List<String> cells) {
        return cells.stream().anyMatch(text -> text.indexOf(MARK) >= 0);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        int count;
        do {
            count = read(one, 0, 1);
        } while (count == 0);
        return count < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = super.read(target, from, length);
            if (read <= 0) {
                return read;
            }
            for (int i = from; i < from + read; i++) {
                int passed = pass(target[i]);
                if (passed != NOTHING) {
                    target[from + kept++] = (char) passed;
                }
            }
        }
        return kept;
    }

    /** What becomes of a character: itself, another, or nothing. */
    private int pass(char next) {
        boolean inQuotes = quoted;
        if (next == '"') {
            // A quote opens a cell at its very beginning, and two of them within one are a character.
            quoted = !quoted && (cellLength == 0 || closed);
            closed = inQuotes;
        } else {
            closed = false;
        }
        if (!inQuotes && (next == '\n' || next == '\r')) {
            rowLength = 0;
            cellLength = 0;
            cells = 0;
            cut = false;
            return next;
        }
        rowLength++;
        boolean separates = !inQuotes && next == separator;
        cells += separates ? 1 : 0;
        cellLength = separates ? 0 : cellLength + 1;
        if (cut) {
            boolean closes = open && next == '"';
            open &= !closes;
            return closes ? next : NOTHING;
        }
        boolean tooMuch =
                rowLength > MAX_ROW_LENGTH || cellLength > MAX_CELL_LENGTH || cells >= MAX_CELLS;
        if (tooMuch && next != '"') {
            cut = true;
            open = inQuotes;
            return MARK;
        }
        return next == MARK ? REPLACEMENT : next;
    }
}
