package dev.earshot.wire.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a parser behind it from ending at one bad row. Rows of a table that are too long are cut:
 * what follows is dropped up to the end of the row, and {@link #MARK} stands at the place. Text
 * behind the closing quote of a cell, which parsers refuse, becomes a cell of its own that begins
 * with {@link #LOOSE}. Quoted line breaks belong to their row. For one thread.
 */
final class CsvRowGuard extends FilterReader {
    /** Longest row, in UTF-16 units; a cell may have a quarter of that. */
    static final int MAX_ROW_LENGTH = 4 << 20;

    private static final int MAX_CELLS = 4_096;

    /** A noncharacter, which no text may hold; where one does, it becomes U+FFFD. */
    private static final char MARK = '\uFDD0';

    /** Another noncharacter, treated alike. */
    private static final char LOOSE = '\uFDD1';

    private static final char REPLACEMENT = '\uFFFD';

    private static final int NOTHING = -1;

    /** Parsers pass over characters up to this one behind a closing quote. */
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

    /** What goes out before the next character is looked at. */
    private String owed = "";

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

    /** The first cell that has text behind its closing quote; -1 if there is none. */
    static int looseCell(List<String> cells) {
        for (int i = 1; i < cells.size(); i++) {
            if (isLoose(cells.get(i))) {
                return i - 1;
            }
        }
        return -1;
    }

    /** The cells with the text behind a closing quote in the cell it was written in. */
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

    /** What becomes of a character: itself, another, or nothing; more may be owed after it. */
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
     * Leaves the mark where the parser behind takes it for a character of a cell, out of quotes.
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
