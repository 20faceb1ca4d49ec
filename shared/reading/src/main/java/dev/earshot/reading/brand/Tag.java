package dev.earshot.reading.brand;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The body of a hashtag: folded, without underscores, and cut into segments at underscores,
 * capitals ({@code LoveAcmePhone}), digits and changes of script. Immutable.
 */
final class Tag {
    private final FoldedText folded;
    private final char[] chars;
    private final int[] origin;
    private final boolean[] border;

    private Tag(FoldedText folded, char[] chars, int[] origin, boolean[] border) {
        this.folded = folded;
        this.chars = chars;
        this.origin = origin;
        this.border = border;
    }

    /** The tag whose body is {@code [from, to)} of the raw text. */
    static Tag of(String raw, int from, int to) {
        FoldedText folded = FoldedText.of(raw, from, to);
        char[] all = folded.chars();
        char[] chars = new char[all.length];
        int[] origin = new int[all.length];
        boolean[] border = new boolean[all.length + 1];
        int length = 0;
        boolean cut = true;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '_') {
                cut = true;
                continue;
            }
            border[length] = cut || WordBorders.border(all, i) || capital(raw, folded, i);
            chars[length] = all[i];
            origin[length++] = i;
            cut = false;
        }
        border[length] = true;
        return new Tag(
                folded,
                Arrays.copyOf(chars, length),
                Arrays.copyOf(origin, length),
                Arrays.copyOf(border, length + 1));
    }

    /** Whether a segment begins at a capital or a change between letters and digits. */
    private static boolean capital(String raw, FoldedText folded, int at) {
        int start = folded.rawStart(at);
        if (at == 0 || start == folded.rawStart(at - 1)) {
            return false;
        }
        int here = raw.codePointAt(start);
        int before = raw.codePointBefore(start);
        if (Character.isDigit(here) != Character.isDigit(before)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        int next = start + Character.charCount(here);
        return !Character.isUpperCase(before)
                || (next < raw.length() && Character.isLowerCase(raw.codePointAt(next)));
    }

    char[] chars() {
        return chars;
    }

    /** Whether {@code [start, end)} is made of whole segments. */
    boolean segments(int start, int end) {
        return border[start] && border[end];
    }

    /**
     * The words around a name that is not made of whole segments; null if it is no word. Only the
     * segment that holds the name is cut, unless a border runs through the name: then the capitals
     * don't part words, as in {@code #ACMEfail}.
     */
    @Nullable String wordsAround(int start, int end) {
        int from = start;
        int to = end;
        for (int i = start + 1; i < end; i++) {
            if (border[i]) {
                return TagWords.around(chars, start, end);
            }
        }
        while (!border[from]) {
            from--;
        }
        while (!border[to]) {
            to++;
        }
        return TagWords.around(Arrays.copyOfRange(chars, from, to), start - from, end - from);
    }

    boolean isWhole(int start, int end) {
        return start == 0 && end == chars.length;
    }

    int rawStart(int index) {
        return folded.rawStart(origin[index]);
    }

    int rawEnd(int index) {
        return folded.rawEnd(origin[index]);
    }

    /** Only the letters and digits of a folded term: its form in a hashtag. */
    static String compact(String folded) {
        var letters = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> c != '_' && Marks.isWord(c))
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
