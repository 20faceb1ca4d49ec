package dev.earshot.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of characters between white space, or the part of one up to an ideographic full stop.
 *
 * @param plain lower case without the punctuation around it; empty where there are no letters or
 *     digits
 */
public record Word(int start, int end, String plain, boolean comma, boolean stop, boolean emoji) {
    /** Digits and signs below it are emoji only by the letter of the standard. */
    private static final int FIRST_EMOJI = 0x231A;

    /** The heart is used as a verb as often as to end a sentence. */
    private static final int HEART = 0x2764;

    private static final String CLOSERS = "\"'”’»)]}*_";
    private static final String STOPS = ".!?…।؟";
    private static final String WIDE_STOPS = "。！？；";
    private static final String COMMAS = ",，、";

    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            boolean wide = !space && WIDE_STOPS.indexOf(text.charAt(i)) >= 0;
            if (!space && start < 0) {
                start = i;
            }
            if (start >= 0 && (space || wide)) {
                words.add(word(text, start, wide ? i + 1 : i));
                start = -1;
            }
        }
        return words;
    }

    /** Whether it has meaning by itself: not a handle, a link, or punctuation. */
    boolean counts() {
        return !plain.isEmpty() && !plain.startsWith("http") && !plain.startsWith("@");
    }

    private static Word word(String text, int start, int end) {
        int last = end;
        while (last > start && CLOSERS.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        char mark = last > start ? text.charAt(last - 1) : ' ';
        int from = start;
        int to = end;
        while (from < to && !opens(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        String plain = text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
        int tail = plain.isEmpty() ? start : to;
        boolean emoji =
                end > tail
                        && text.substring(tail, end)
                                .codePoints()
                                .anyMatch(
                                        c ->
                                                Character.isEmoji(c)
                                                        && c >= FIRST_EMOJI
                                                        && c != HEART);
        boolean stop = STOPS.indexOf(mark) >= 0 && !Contrasts.abbreviation(plain, mark);
        return new Word(
                start,
                end,
                plain,
                COMMAS.indexOf(mark) >= 0,
                stop || WIDE_STOPS.indexOf(mark) >= 0,
                emoji);
    }

    private static boolean opens(char c) {
        return Character.isLetterOrDigit(c) || c == '@' || c == '#';
    }
}
