package dev.earshot.reading.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features of a text for the identifier: its words in lower case, and hashed pieces of them. The
 * rules are those of {@code models/language/training/features.py}. Stateless.
 */
final class LanguageFeatures {
    static final int MAX_CODE_POINTS = 600;
    private static final int MAX_WORD = 24;
    private static final int MAX_PIECE_LENGTH = 4;
    private static final int BORDER = '_';
    private static final int FNV_BASIS = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;
    private static final int WHOLE_WORD_SEED = 0x5BD1E995;
    private static final List<String> LINKS = List.of("http://", "https://", "www.");

    private LanguageFeatures() {}

    /** Words as code points, without links, handles, digits, punctuation, emoji and "rt". */
    static List<int[]> words(String text) {
        int[] cut =
                text.codePoints()
                        .limit(MAX_CODE_POINTS)
                        .map(c -> c == '\u2019' ? '\'' : c)
                        .toArray();
        int[] points =
                Normalizer.normalize(new String(cut, 0, cut.length), Normalizer.Form.NFC)
                        .codePoints()
                        .toArray();
        List<int[]> words = new ArrayList<>();
        int[] word = new int[points.length];
        int size = 0;
        for (int i = 0; i <= points.length; i++) {
            int c = i < points.length ? points[i] : ' ';
            if (size == 0 && (c == '@' || startsLink(points, i))) {
                i = endOfToken(points, i + 1) - 1;
                continue;
            }
            boolean innerApostrophe =
                    c == '\'' && size > 0 && i + 1 < points.length && isLetter(points[i + 1]);
            if (isLetter(c) || innerApostrophe) {
                int lower = Character.toLowerCase(c);
                if (size < 2 || word[size - 1] != lower || word[size - 2] != lower) {
                    word[size++] = lower;
                }
            } else if (size > 0) {
                if (size != 2 || word[0] != 'r' || word[1] != 't') {
                    words.add(Arrays.copyOf(word, Math.min(size, MAX_WORD)));
                }
                size = 0;
            }
        }
        return words;
    }

    /** Letters, and the marks that some scripts write on or beside them. */
    static boolean isLetter(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean startsLink(int[] points, int from) {
        for (String link : LINKS) {
            int matched = 0;
            while (matched < link.length()
                    && from + matched < points.length
                    && points[from + matched] == link.charAt(matched)) {
                matched++;
            }
            if (matched == link.length()) {
                return true;
            }
        }
        return false;
    }

    private static int endOfToken(int[] points, int from) {
        int i = from;
        while (i < points.length && points[i] > ' ') {
            i++;
        }
        return i;
    }

    /** Receives one feature's bucket. */
    interface Sink {
        void accept(int bucket);
    }

    /** Hashes the pieces of one word, and the word itself, to buckets below {@code buckets}. */
    static void hash(int[] word, int buckets, Sink sink) {
        int[] points = new int[word.length + 2];
        System.arraycopy(word, 0, points, 1, word.length);
        points[0] = BORDER;
        points[points.length - 1] = BORDER;
        int whole = WHOLE_WORD_SEED;
        for (int start = 0; start < points.length; start++) {
            int state = FNV_BASIS;
            int last = Math.min(start + MAX_PIECE_LENGTH, points.length);
            for (int end = start; end < last; end++) {
                state = (state ^ points[end]) * FNV_PRIME;
                if (end > start || points[start] != BORDER) {
                    sink.accept(bucket(state, buckets));
                }
            }
            whole = (whole ^ points[start]) * FNV_PRIME;
        }
        sink.accept(bucket(whole, buckets));
    }

    private static int bucket(int state, int buckets) {
        return (state ^ (state >>> 15)) & (buckets - 1);
    }
}
