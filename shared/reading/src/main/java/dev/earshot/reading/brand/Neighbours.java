package dev.earshot.reading.brand;

import org.jspecify.annotations.Nullable;

/**
 * The words beside a place in a text, as far as nothing but spaces and quotes parts them: a mark
 * such as a comma, a full stop or a line's end closes the clause. Immutable.
 */
final class Neighbours {
    private final String raw;
    private final int start;
    private final int end;
    private final boolean possessive;

    Neighbours(String raw, int start, int end) {
        this.raw = raw;
        this.start = start;
        this.possessive =
                end + 1 < raw.length()
                        && Marks.isQuote(raw.charAt(end))
                        && (raw.charAt(end + 1) | 0x20) == 's'
                        && (end + 2 == raw.length() || !Marks.isWord(raw.codePointAt(end + 2)));
        this.end = possessive ? end + 2 : end;
    }

    /** Whether {@code 's} follows the place. */
    boolean possessive() {
        return possessive;
    }

    /** Whether no word of the same clause stands before the place. */
    boolean startsClause() {
        return before(1).isEmpty();
    }

    /** Whether no word of the same clause stands after the place. */
    boolean endsClause() {
        return after(1).isEmpty();
    }

    /** The word that many places before, as written; empty where the clause begins later. */
    String before(int places) {
        int to = start;
        for (int place = 1; ; place++) {
            while (to > 0 && parts(raw.charAt(to - 1))) {
                to--;
            }
            int from = to;
            while (from > 0 && isInner(raw.charAt(from - 1))) {
                from--;
            }
            if (from == to || (from > 0 && "@#$/".indexOf(raw.charAt(from - 1)) >= 0)) {
                return "";
            }
            if (place == places) {
                return word(from, to);
            }
            to = from;
        }
    }

    /** The word that many places after, as written; empty where the clause ends sooner. */
    String after(int places) {
        int from = end;
        for (int place = 1; ; place++) {
            while (from < raw.length() && parts(raw.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < raw.length() && isInner(raw.charAt(to))) {
                to++;
            }
            if (from == to) {
                return "";
            }
            if (place == places) {
                return word(from, to);
            }
            from = to;
        }
    }

    /** The unit directly before the place; null at the start of the text. */
    @Nullable Character charBefore() {
        return start == 0 ? null : raw.charAt(start - 1);
    }

    /** The unit directly after the place; null at the end of the text. */
    @Nullable Character charAfter() {
        return end == raw.length() ? null : raw.charAt(end);
    }

    private String word(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Marks.isQuote(raw.charAt(first))) {
            first++;
        }
        while (last > first && Marks.isQuote(raw.charAt(last - 1))) {
            last--;
        }
        return raw.substring(first, last);
    }

    private static boolean parts(char c) {
        return c == ' ' || c == '\u00A0' || c == '"' || c == '“' || c == '”' || c == '*';
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c) || Marks.isQuote(c) || Marks.isMark(c) || c == '_';
    }
}
