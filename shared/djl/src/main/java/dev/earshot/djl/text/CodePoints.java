package dev.earshot.djl.text;

import java.util.Arrays;

/**
 * A growing list of code points, lone surrogates allowed, each with its origin in the post. Not
 * thread-safe.
 */
final class CodePoints {
    private int[] values;
    private int[] origins;
    private int size;

    CodePoints(int capacity) {
        values = new int[Math.max(16, capacity)];
        origins = new int[values.length];
    }

    /** The first code points of a text, with their offsets in UTF-16 units. */
    static CodePoints of(String text, int most) {
        CodePoints points = new CodePoints(Math.min(text.length(), most));
        int offset = 0;
        while (offset < text.length() && points.size < most) {
            int c = text.codePointAt(offset);
            points.add(c, offset);
            offset += Character.charCount(c);
        }
        return points;
    }

    int size() {
        return size;
    }

    int at(int i) {
        return values[i];
    }

    /** Offset in the post that the code point at {@code i} comes from. */
    int origin(int i) {
        return origins[i];
    }

    void add(int codePoint, int origin) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            origins = Arrays.copyOf(origins, 2 * size);
        }
        values[size] = codePoint;
        origins[size] = origin;
        size++;
    }

    /** Appends a text whose code points all have one origin. */
    void add(String text, int origin) {
        int offset = 0;
        while (offset < text.length()) {
            int c = text.codePointAt(offset);
            add(c, origin);
            offset += Character.charCount(c);
        }
    }

    void add(CodePoints source, int from, int to) {
        for (int i = from; i < to; i++) {
            add(source.values[i], source.origins[i]);
        }
    }

    String substring(int from, int to) {
        return new String(values, from, to - from);
    }

    /** All code points, in order. */
    int[] values() {
        return Arrays.copyOf(values, size);
    }

    /** Other code points of the same origins. */
    CodePoints replaced(int[] others) {
        CodePoints replaced = new CodePoints(size);
        for (int i = 0; i < size; i++) {
            replaced.add(others[i], origins[i]);
        }
        return replaced;
    }

    /** The origins of all code points, in order. */
    int[] origins() {
        return Arrays.copyOf(origins, size);
    }

    @Override
    public String toString() {
        return substring(0, size);
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiAlphanumeric(int c) {
        return isLower(c) || isUpper(c) || isDigit(c);
    }

    /** ASCII letters, digits, underscore, and everything from U+00C0 that is not punctuation. */
    static boolean isWord(int c) {
        boolean punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F);
        return isAsciiAlphanumeric(c) || c == '_' || (c >= 0xC0 && !punctuation);
    }
}
