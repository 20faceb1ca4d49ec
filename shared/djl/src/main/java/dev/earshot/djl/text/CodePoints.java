package dev.earshot.djl.text;

import java.util.Arrays;

/** A growing list of code points, lone surrogates allowed. Not thread-safe. */
final class CodePoints {
    private int[] values;
    private int size;

    CodePoints(int capacity) {
        values = new int[Math.max(16, capacity)];
    }

    void add(int codePoint) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = codePoint;
    }

    void add(String text) {
        text.codePoints().forEach(this::add);
    }

    void add(int[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            add(source[i]);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
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
