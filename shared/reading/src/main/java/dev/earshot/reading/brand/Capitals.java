package dev.earshot.reading.brand;

import java.text.Normalizer;

/**
 * Tells whether the capitals of a name are significant in a text: most words of the text are in
 * lower case, and the capital is not merely the first of a sentence. For one text; not thread-safe.
 */
final class Capitals {
    private final String raw;
    private int lower = -1;
    private int upper;

    Capitals(String raw) {
        this.raw = raw;
    }

    /**
     * Whether {@code [start, end)} is written exactly as {@code name}, capitals included, and the
     * capitals are significant there.
     */
    boolean tell(String name, int start, int end) {
        String own = letters(name);
        if (!own.equals(letters(raw.substring(start, end)))
                || own.codePoints().noneMatch(Character::isUpperCase)) {
            return false;
        }
        count();
        if (lower == 0 || lower < upper) {
            return false;
        }
        boolean firstAlone =
                Character.isUpperCase(own.codePointAt(0))
                        && own.codePoints().skip(1).noneMatch(Character::isUpperCase);
        return !firstAlone || !beginsSentence(start);
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    /** Counts words of two letters or more by the case of their first letter. */
    private void count() {
        if (lower >= 0) {
            return;
        }
        lower = 0;
        for (int i = 0; i < raw.length(); ) {
            int start = i;
            while (i < raw.length() && Character.isLetter(raw.charAt(i))) {
                i++;
            }
            boolean marked = start > 0 && "@#/._'’".indexOf(raw.charAt(start - 1)) >= 0;
            if (i - start >= 2 && !marked) {
                if (Character.isUpperCase(raw.charAt(start))) {
                    upper++;
                } else {
                    lower++;
                }
            }
            i = Math.max(i, start + 1);
        }
    }

    private boolean beginsSentence(int start) {
        int i = start;
        while (i > 0) {
            int c = raw.codePointBefore(i);
            if (c == '\n' || ".!?…:;•|*。！？—–-".indexOf(c) >= 0) {
                return true;
            }
            if (Marks.isWord(c)) {
                int word = i;
                while (word > 0 && Marks.isWord(raw.codePointBefore(word))) {
                    word -= Character.charCount(raw.codePointBefore(word));
                }
                if (word == 0 || raw.charAt(word - 1) != '@') {
                    return false;
                }
                i = word - 1;
            } else if (c == ',' || c == ')' || c == '&' || c == '+' || c == '/') {
                return false;
            } else {
                i -= Character.charCount(c);
            }
        }
        return true;
    }
}
