package dev.earshot.privacy.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into the tokens that names are told by. Stateless. */
final class NameTokens {
    private NameTokens() {}

    /**
     * A word or a mark.
     *
     * @param start offset of its first UTF-16 unit
     * @param end offset after its last
     * @param lower in lower case
     * @param shape its letters as {@code X}, {@code x}, {@code d}, repetitions once
     */
    record Token(int start, int end, String lower, String shape) {
        boolean isWord() {
            return shape.startsWith("X") || shape.startsWith("x");
        }
    }

    /**
     * Words are runs of letters, marks and digits, with hyphens and apostrophes between letters but
     * for a final {@code 's}; anything else but white space is a token of its own.
     */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            if (Character.isWhitespace(point)) {
                at = end;
                continue;
            }
            if (isWord(point)) {
                end = wordEnd(text, end);
            }
            String word = text.substring(at, end);
            tokens.add(new Token(at, end, word.toLowerCase(Locale.ROOT), shape(word)));
            at = end;
        }
        return tokens;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int next = end + Character.charCount(point);
            boolean joins =
                    (point == '\'' || point == '’' || point == '-')
                            && next < text.length()
                            && Character.isLetter(text.codePointAt(next))
                            && !genitive(text, next);
            if (!isWord(point) && !joins) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** Whether an {@code s} that ends the word begins there. */
    private static boolean genitive(String text, int at) {
        return (text.charAt(at) == 's' || text.charAt(at) == 'S')
                && (at + 1 == text.length() || !isWord(text.codePointAt(at + 1)));
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static String shape(String word) {
        var shape = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char kind =
                    Character.isUpperCase(c)
                            ? 'X'
                            : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
                shape.append(kind);
            }
        }
        return word.length() == 1 ? shape + "1" : shape.toString();
    }

    /** Without accents, as the list of names has them. */
    static String folded(String lower) {
        String split = Normalizer.normalize(lower, Normalizer.Form.NFD);
        var plain = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            if (Character.getType(split.charAt(i)) != Character.NON_SPACING_MARK) {
                plain.append(split.charAt(i));
            }
        }
        return plain.toString();
    }
}
