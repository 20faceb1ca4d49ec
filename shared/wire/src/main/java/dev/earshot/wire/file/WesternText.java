package dev.earshot.wire.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells apart the encodings with one byte a character, which no byte gives away: the right one
 * gives words that are written as words are. A letter between small letters is small, a sign does
 * not stand inside a word, and nobody uses {@code ˇ} or {@code Ž} in the middle of "Nestlé".
 */
final class WesternText {
    private static final List<String> NAMES =
            List.of("windows-1252", "x-MacRoman", "windows-1250", "windows-1251", "IBM850");

    /** Letters and signs that languages written with one byte use often. */
    private static final String COMMON =
            "éèêàâçùûîïôëäöüßñáíóúìòãõåæøœÉÈÀÇÄÖÜÑÁÍÓÚÅÆØ’‘“”–—…€£°«»¡¿ºª"
                    + "ąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůýžČŠŽőűŐŰășțăĂ";

    private static final char APOSTROPHE = '’';

    /** What follows an apostrophe in English, and what stands before one in French and Italian. */
    private static final Set<String> ENDINGS = Set.of("t", "s", "re", "ll", "ve", "m", "d");

    private static final Set<String> BEGINNINGS =
            Set.of(
                    "l", "d", "j", "n", "s", "c", "m", "t", "qu", "un", "dell", "all", "nell",
                    "sull", "dall", "quest", "jusqu", "lorsqu", "o", "y");

    private WesternText() {}

    /**
     * The encoding in which the text reads best; empty if two read equally well and differently.
     */
    static Optional<Charset> charset(byte[] bytes) {
        Optional<Charset> best = Optional.empty();
        String bestText = "";
        double bestScore = 0;
        boolean tied = false;
        for (String name : NAMES) {
            if (!Charset.isSupported(name)) {
                continue;
            }
            Charset charset = Charset.forName(name);
            String text = new String(bytes, charset);
            double score = score(text);
            if (score > bestScore) {
                best = Optional.of(charset);
                bestText = text;
                bestScore = score;
                tied = false;
            } else if (score == bestScore && !text.equals(bestText)) {
                tied = true;
            }
        }
        return tied ? Optional.empty() : best;
    }

    private static double score(String text) {
        double score = 0;
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            seen++;
            score +=
                    c == APOSTROPHE
                            ? apostrophe(text, i)
                            : score(c, before(text, i), after(text, i));
        }
        return seen == 0 ? 0 : score / seen;
    }

    private static char before(String text, int at) {
        return at > 0 ? text.charAt(at - 1) : ' ';
    }

    private static char after(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }

    /** Within a word it stands where words are shortened, and nowhere else. */
    private static double apostrophe(String text, int at) {
        if (!Character.isLetter(before(text, at)) || !Character.isLetter(after(text, at))) {
            return 1.5;
        }
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String first = text.substring(start, at).toLowerCase(Locale.ROOT);
        String second = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        boolean shortened =
                ENDINGS.contains(second) || (BEGINNINGS.contains(first) && second.length() > 1);
        return shortened ? 3 : -2;
    }

    private static double score(char c, char before, char after) {
        if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0)) {
            return -8;
        }
        double common = COMMON.indexOf(c) >= 0 ? 1 : 0;
        boolean inside = Character.isLetter(before) && Character.isLetter(after);
        if (!Character.isLetter(c)) {
            if (inside) {
                return -3;
            }
            return isQuote(c, before, after) ? 2.5 : common + (isMark(c) ? 0.5 : -1);
        }
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC) {
            return cyrillic(c, before, after);
        }
        boolean afterSmall = Character.isLowerCase(before);
        boolean shouting = Character.isUpperCase(before) || Character.isUpperCase(after);
        if (Character.isUpperCase(c)) {
            return afterSmall
                    ? -3
                    : common + (shouting || Character.isLowerCase(after) ? 0.5 : -0.5);
        }
        return common + (afterSmall || Character.isLowerCase(after) ? 1 : shouting ? -1 : 0);
    }

    /** Cyrillic stands among Cyrillic; a lone letter in a Latin word is an accent misread. */
    private static double cyrillic(char c, char before, char after) {
        boolean latin = isAsciiLetter(before) || isAsciiLetter(after);
        boolean own = isCyrillic(before) || isCyrillic(after);
        boolean broken = Character.isUpperCase(c) && Character.isLowerCase(before);
        return latin || !own || broken ? -3 : 2.2;
    }

    /** Whether a quotation mark stands where it should: before a word if it opens, else behind. */
    private static boolean isQuote(char c, char before, char after) {
        return switch (Character.getType(c)) {
            case Character.INITIAL_QUOTE_PUNCTUATION ->
                    !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
            case Character.FINAL_QUOTE_PUNCTUATION ->
                    !Character.isWhitespace(before) && !Character.isLetterOrDigit(after);
            default -> false;
        };
    }

    private static boolean isCyrillic(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
    }

    private static boolean isAsciiLetter(char c) {
        return c < 0x80 && Character.isLetter(c);
    }

    private static boolean isMark(char c) {
        return switch (Character.getType(c)) {
            case Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.CURRENCY_SYMBOL,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }
}
