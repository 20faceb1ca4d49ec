package dev.earshot.reading.brand;

import dev.earshot.reading.letters.PlainLetters;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text normalised for comparison, with a mapping back to the raw text: compatibility forms
 * decomposed (NFKD), accents dropped, case folded, quotes and dashes unified. Runs of white space
 * and dashes become one space, so that {@code Acme-Phone}, {@code Acme Phone} and {@code Acme
 * Phone} are alike. Invisible characters (soft hyphen, joiners, direction marks) and trade mark
 * signs are dropped.
 *
 * <p>{@link PlainLetters}, which readies texts for the models, is no substitute: it changes a
 * letter by the word around it and keeps no place, whereas names are compared unit by unit, with
 * the place of each in the raw text. Small capitals, which NFKD leaves alone, are common to both.
 *
 * <p>Marks that distinguish letters are kept: those of Indic, Thai and similar scripts, and the
 * voicing marks of Kana. A character never becomes more than 18 units (Unicode 3.2 onwards, NFKD of
 * U+FDFA). Immutable and thread-safe.
 */
final class FoldedText {
    private final char[] chars;
    private final int[] starts;
    private final int[] ends;

    /**
     * @param chars folded units
     * @param starts where the raw character of each unit begins
     * @param ends where it ends
     */
    FoldedText(char[] chars, int[] starts, int[] ends) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
    }

    /** Folds a part of a text; offsets are those of the whole text. */
    static FoldedText of(String raw, int from, int to) {
        var builder = new Builder(to - from);
        int i = from;
        while (i < to) {
            char c = raw.charAt(i);
            if (c < 0x80 && (i + 1 == to || raw.charAt(i + 1) < 0x300)) {
                builder.ascii(c, i);
                i++;
            } else {
                int end = clusterEnd(raw, i, to);
                builder.cluster(raw, i, end);
                i = end;
            }
        }
        return builder.build();
    }

    static FoldedText of(String raw) {
        return of(raw, 0, raw.length());
    }

    /** Folds a text in which an underscore parts words as a space does. */
    static FoldedText prose(String raw) {
        return of(raw.replace('_', ' '));
    }

    /** The folded form of a handle or hashtag, without white space at either end. */
    static String fold(String term) {
        return new String(of(term).chars).strip();
    }

    /** The folded form of a name, as {@link #prose} folds the texts that may hold it. */
    static String name(String term) {
        return new String(prose(term).chars).strip();
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return chars.length;
    }

    /** Offset in the raw text of the character that the folded unit comes from. */
    int rawStart(int index) {
        return starts[index];
    }

    /** Offset in the raw text after the character that the folded unit comes from. */
    int rawEnd(int index) {
        return ends[index];
    }

    /** End of a character with the marks that belong to it. */
    private static int clusterEnd(String raw, int from, int to) {
        int i = from + Character.charCount(raw.codePointAt(from));
        while (i < to) {
            int next = raw.codePointAt(i);
            if (!Marks.isMark(next) && !joinsBefore(next)) {
                break;
            }
            i += Character.charCount(next);
        }
        return Math.min(i, to);
    }

    /**
     * True for conjoining Hangul vowels and finals and the half-width voicing marks of Katakana.
     */
    private static boolean joinsBefore(int c) {
        return (c >= 0x1160 && c <= 0x11FF)
                || (c >= 0xD7B0 && c <= 0xD7FF)
                || c == 0xFF9E
                || c == 0xFF9F;
    }

    private static final class Builder {
        private char[] chars;
        private int[] starts;
        private int[] ends;
        private int length;

        Builder(int capacity) {
            chars = new char[Math.max(4, capacity)];
            starts = new int[chars.length];
            ends = new int[chars.length];
        }

        void ascii(char c, int at) {
            if (c >= 'A' && c <= 'Z') {
                add((char) (c + 32), at, at + 1);
            } else if (c <= ' ' || c == '-') {
                space(at, at + 1);
            } else if (c == '`') {
                add('\'', at, at + 1);
            } else {
                add(c, at, at + 1);
            }
        }

        void cluster(String raw, int from, int to) {
            int first = raw.codePointAt(from);
            if (Marks.isQuote(first)) {
                add('\'', from, to);
                return;
            }
            if (isDash(first) || Character.isWhitespace(first) || Character.isSpaceChar(first)) {
                space(from, to);
                return;
            }
            if (vanishes(first)) {
                return;
            }
            String folded = foldCluster(raw.substring(from, to));
            for (int i = 0; i < folded.length(); i++) {
                char c = folded.charAt(i);
                if (c == ' ') {
                    space(from, to);
                } else {
                    add(c, from, to);
                }
            }
        }

        private void space(int from, int to) {
            if (length > 0 && chars[length - 1] == ' ') {
                ends[length - 1] = to;
            } else {
                add(' ', from, to);
            }
        }

        private void add(char c, int from, int to) {
            if (length == chars.length) {
                int larger = length * 2;
                chars = Arrays.copyOf(chars, larger);
                starts = Arrays.copyOf(starts, larger);
                ends = Arrays.copyOf(ends, larger);
            }
            chars[length] = c;
            starts[length] = from;
            ends[length++] = to;
        }

        FoldedText build() {
            return new FoldedText(
                    Arrays.copyOf(chars, length),
                    Arrays.copyOf(starts, length),
                    Arrays.copyOf(ends, length));
        }
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212;
    }

    /** True for invisible characters, tatweel, and trade mark signs. */
    private static boolean vanishes(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x0640
                || c == 0x2122
                || c == 0x2120
                || c == 0x00AE
                || c == 0x00A9;
    }

    private static String foldCluster(String cluster) {
        String apart = Normalizer.normalize(cluster, Normalizer.Form.NFKD);
        var kept = new StringBuilder(apart.length());
        int base = -1;
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            if (!Marks.isMark(c)) {
                base = c;
                kept.append(letter(c));
            } else if (Marks.tellsLettersApart(c, base)) {
                kept.appendCodePoint(c);
            }
        }
        // Upper then lower case is the full case fold: it maps sharp s to ss and both sigmas to
        // one.
        String folded = kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded.replace('ς', 'σ'), Normalizer.Form.NFC);
    }

    /** Maps letters that people use interchangeably but that Unicode does not decompose. */
    private static String letter(int c) {
        return switch (c) {
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'þ', 'Þ' -> "th";
            case 0x06CC, 0x0649 -> "\u064A";
            case 0x06A9 -> "\u0643";
            case 0x0629 -> "\u0647";
            case 'ı' -> "i";
            default -> styled(c);
        };
    }

    /** Letters in white on black and small capitals: styles that NFKD does not undo. */
    private static String styled(int c) {
        if (c >= 0x1F150 && c <= 0x1F169) {
            return Character.toString('a' + c - 0x1F150);
        }
        if (c >= 0x1F170 && c <= 0x1F189) {
            return Character.toString('a' + c - 0x1F170);
        }
        int small = PlainLetters.smallCapital(c);
        if (small != c) {
            return Character.toString(small);
        }
        return c >= 0xD800 && c <= 0xDFFF ? "\uFFFD" : Character.toString(c);
    }
}
