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

    private static final int MAX_CELLS = 4_096;

    /** A noncharacter, which no text may hold; where one does, it becomes U+FFFD. */
    private static final char MARK = '\uFDD0';

    private static final char REPLACEMENT = '\uFFFD';

    private static final int NOTHING = -1;

    private static final int BUFFER_LENGTH = 1 << 13;

    private final char separator;
    private final int maxRowLength;
    private final int maxCellLength;
    private final char[] buffer = new char[BUFFER_LENGTH];
    private int at;
    private int end;
    private int rowLength;
    private int cellLength;
    private int cells;
    private boolean quoted;

    /** Whether the character before closed a quote, so that a second one would open it again. */
    private boolean closed;

    /** Whether the quotes of this cell are closed, so that only a separator or the end may follow. */
    private boolean cellClosed;

    private boolean cut;

    /** What goes out before the next character is looked at. */
    private int owed = NOTHING;

    CsvRowGuard(Reader in, char separator) {
        this(in, separator, MAX_ROW_LENGTH);
    }

    /**
     * @param maxRowLength longest row, in UTF-16 units; a cell may have a quarter of that
     */
    CsvRowGuard(Reader in, char separator, int maxRowLength) {
        super(in);
        this.separator = separator;
        this.maxRowLength = maxRowLength;
        this.maxCellLength = maxRowLength / 4 - 1;
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
        while (kept < length) {
            int passed = owed;
            owed = NOTHING;
            if (passed == NOTHING) {
                if (at == end && (kept > 0 || !fill())) {
                    return kept > 0 || length == 0 ? kept : -1;
                }
                passed = pass(buffer[at++]);
            }
            if (passed != NOTHING) {
                target[from + kept++] = (char) passed;
            }
        }
        return kept;
    }

    /** Whether there is more to read. */
    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        int read;
        do {
            read = in.read(buffer, 0, buffer.length);
        } while (read == 0);
        end = Math.max(0, read);
        return read > 0;
    }

    /** What becomes of a character: itself, another, or nothing; one more may be owed after it. */
    private int pass(char next) {
        boolean inQuotes = quoted;
        boolean behindQuotes = cellClosed;
        if (next == '"') {
            // A quote opens a cell at its very beginning, and two of them within one are a character.
            quoted = !quoted && (cellLength == 0 || closed);
            closed = inQuotes;
            cellClosed = inQuotes || (cellClosed && !quoted);
        } else {
            closed = false;
        }
        if (!inQuotes && (next == '\n' || next == '\r')) {
            rowLength = 0;
            cellLength = 0;
            cells = 0;
            cellClosed = false;
            cut = false;
            return next;
        }
        rowLength++;
        boolean separates = !inQuotes && next == separator;
        cells += separates ? 1 : 0;
        cellLength = separates ? 0 : cellLength + 1;
        cellClosed &= !separates;
        if (cut) {
            return NOTHING;
        }
        if (rowLength > maxRowLength || cellLength > maxCellLength || cells >= MAX_CELLS) {
            return cut(inQuotes, behindQuotes);
        }
        return next == MARK ? REPLACEMENT : next;
    }

    /** Leaves the mark where the parser behind takes it for a character of a cell, out of quotes. */
    private char cut(boolean inQuotes, boolean behindQuotes) {
        cut = true;
        if (inQuotes) {
            owed = '"';
            return MARK;
        }
        if (behindQuotes) {
            owed = MARK;
            return separator;
        }
        return MARK;
    }
}
