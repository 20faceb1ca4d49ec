package dev.earshot.reading.brand;

import java.lang.Character.UnicodeScript;

/** Character properties for comparing names. Stateless. */
final class Marks {
    private Marks() {}

    static boolean isMark(int c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /**
     * Whether dropping a mark would turn its base into another letter, as in Kana or Devanagari.
     */
    static boolean tellsLettersApart(int mark, int base) {
        if (mark == 0x3099 || mark == 0x309A) {
            return true;
        }
        if (base < 0 || (mark >= 0xFE00 && mark <= 0xFE0F) || mark >= 0xE0100) {
            return false;
        }
        return switch (UnicodeScript.of(base)) {
            case LATIN,
                    GREEK,
                    CYRILLIC,
                    ARABIC,
                    HEBREW,
                    ARMENIAN,
                    GEORGIAN,
                    COPTIC,
                    COMMON,
                    INHERITED ->
                    false;
            default -> true;
        };
    }

    /** True for apostrophes and single quotes of every kind: people use them interchangeably. */
    static boolean isQuote(int c) {
        return switch (c) {
            case '\'',
                    '`',
                    0xB4,
                    0x2018,
                    0x2019,
                    0x201A,
                    0x201B,
                    0x2032,
                    0x02BC,
                    0x02B9,
                    0xFF07,
                    0x05F3 ->
                    true;
            default -> false;
        };
    }

    /** Whether a character can be part of a word: a letter, a digit, a mark or an underscore. */
    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || isMark(c)
                || Character.getType(c) == Character.LETTER_NUMBER;
    }
}
