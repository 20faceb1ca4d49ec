package dev.earshot.wire.json;

import java.io.IOException;
import java.io.Reader;

/**
 * Splits the text of a JSON array into the texts of its items, in bounded memory. Only strings and
 * brackets are tracked: whether an item is valid JSON is left to its reader, so an item that is
 * invalid or too long affects no other. Text after the array is not read. For one thread.
 */
public final class JsonItems implements AutoCloseable {
    private static final int END = -1;

    private final Reader in;
    private final int maxLength;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private boolean begun;
    private boolean brokenOff;
    private boolean ended;

    /**
     * @param in begins with white space or the array's bracket
     * @param maxLength maximum item length in UTF-16 units, white space and escapes as written
     */
    public JsonItems(Reader in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** What comes next in the array. */
    public sealed interface Item {
        /** An item as it was written. */
        record Text(String text) implements Item {}

        /** An item that was too long and was skipped. */
        record TooLong() implements Item {}

        /** The text ends before the array does. */
        record BrokenOff() implements Item {}

        /** The array ends. */
        record End() implements Item {}
    }

    /** The next item; after the end of the array or of the text, always {@link Item.End}. */
    public Item next() throws IOException {
        while (!begun) {
            int first = read();
            begun = first == '[' || first == END;
            brokenOff = first == END;
        }
        if (brokenOff && !ended) {
            ended = true;
            return new Item.BrokenOff();
        }
        return ended ? new Item.End() : item();
    }

    private Item item() throws IOException {
        var text = new StringBuilder();
        boolean tooLong = false;
        boolean quoted = false;
        boolean escaped = false;
        int depth = 0;
        while (true) {
            int next = read();
            if (next == END) {
                brokenOff = true;
                boolean whole = depth == 0 && !quoted && (tooLong || !text.isEmpty());
                return whole ? done(text, tooLong) : next();
            }
            if (quoted) {
                quoted = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (depth == 0 && (next == ',' || next == ']')) {
                ended = next == ']';
                return ended && !tooLong && text.isEmpty() ? new Item.End() : done(text, tooLong);
            } else {
                quoted = next == '"';
                depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
                depth = Math.max(0, depth);
            }
            boolean blank = text.isEmpty() && isBlank((char) next);
            if (!tooLong && !blank) {
                text.append((char) next);
                tooLong = text.length() > maxLength;
            }
        }
    }

    private static Item done(StringBuilder text, boolean tooLong) {
        int length = text.length();
        while (length > 0 && isBlank(text.charAt(length - 1))) {
            length--;
        }
        return tooLong ? new Item.TooLong() : new Item.Text(text.substring(0, length));
    }

    private static boolean isBlank(char one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            do {
                end = in.read(buffer, 0, buffer.length);
            } while (end == 0);
            if (end < 0) {
                end = 0;
                return END;
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
