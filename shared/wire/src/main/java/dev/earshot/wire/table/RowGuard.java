package dev.earshot.wire.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops one bad row from ending the parser downstream. Rows that are too long are cut: the rest of
 * the row is dropped, and {@link #MARK} marks the place. Text after the closing quote of a cell,
 * which parsers reject, becomes a separate cell that begins with {@link #LOOSE}. Quoted line breaks
 * are part of their row. For one thread.
 */
final class RowGuard extends FilterReader {
    /** Maximum row length in UTF-16 units; a cell may use a quarter of it. */
    static final int MAX_ROW_LENGTH = 4 << 20;

    private static final int MAX_CELLS = 4_096;

    /** A noncharacter, which is not valid in text; an occurrence in the input becomes U+FFFD. */
    private static final char MARK = '\uFDD0';

    /** Another noncharacter, handled the same way. */
    private static final char LOOSE = '\uFDD1';

    private static final char REPLACEMENT = '\uFFFD';

    private static final int NOTHING = -1;

    /** Parsers skip characters up to this one after a closing quote. */
    private static final char LAST_BLANK = ' ';

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

    /**
     * Whether the quotes of this cell are closed, so that only a separator or the end may follow.
     */
    private boolean cellClosed;

    private boolean cut;

    /** Output that is due before the next input character is examined. */
    private String owed = "";

    RowGuard(Reader in, char separator) {
        this(in, separator, MAX_ROW_LENGTH);
    }

    /**
     * @param maxRowLength maximum row length in UTF-16 units; a cell may use a quarter of it
     */
    RowGuard(Reader in, char separator, int maxRowLength) {
        super(in);
        this.separator = separator;
        this.maxRowLength = maxRowLength;
        this.maxCellLength = maxRowLength / 4 - 1;
    }

    /** Whether a row was cut. */
    static boolean wasCut(List<String> cells) {
        return cells.stream().anyMatch(text -> text.indexOf(MARK) >= 0);
    }

    /** Index of the first cell with text after its closing quote; -1 if there is none. */
    static int looseCell(List<String> cells) {
        for (int i = 1; i < cells.size(); i++) {
            if (isLoose(cells.get(i))) {
                return i - 1;
            }
        }
        return -1;
    }

    /** The cells, with text after a closing quote put back into its cell. */
    static List<String> rejoined(List<String> cells) {
        var joined = new ArrayList<String>();
        for (String cell : cells) {
            if (isLoose(cell) && !joined.isEmpty()) {
                joined.addLast(joined.removeLast() + '"' + cell.substring(1));
            } else {
                joined.add(cell);
            }
        }
        return List.copyOf(joined);
    }

    private static boolean isLoose(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == LOOSE;
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
            if (!owed.isEmpty()) {
                target[from + kept++] = owed.charAt(0);
                owed = owed.substring(1);
                continue;
            }
            if (at == end && (kept > 0 || !fill())) {
                return kept > 0 || length == 0 ? kept : -1;
            }
            int passed = pass(buffer[at++]);
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

    /**
     * What to emit for a character: itself, another one, or nothing; further output may be due
     * after it.
     */
    private int pass(char next) {
        boolean inQuotes = quoted;
        boolean behindQuotes = cellClosed;
        if (next == '"') {
            // A quote opens a cell at its very beginning, and two of them within one are a
            // character.
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
        boolean loose = behindQuotes && !quoted && !separates && next > LAST_BLANK;
        cells += loose ? 1 : 0;
        cellClosed &= !separates && !loose;
        if (cut) {
            return NOTHING;
        }
        if (rowLength > maxRowLength || cellLength > maxCellLength || cells >= MAX_CELLS) {
            return cut(inQuotes, behindQuotes);
        }
        char shown = next == MARK || next == LOOSE ? REPLACEMENT : next;
        if (loose) {
            owed = "" + LOOSE + shown;
            return separator;
        }
        return shown;
    }

    /**
     * Writes the mark where the parser downstream reads it as a character of a cell, outside
     * quotes.
     */
    private char cut(boolean inQuotes, boolean behindQuotes) {
        cut = true;
        if (inQuotes) {
            owed = "\"";
            return MARK;
        }
        if (behindQuotes) {
            owed = String.valueOf(MARK);
            return separator;
        }
        return MARK;
    }
}
