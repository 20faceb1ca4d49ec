package dev.earshot.reading.brand;

import dev.earshot.core.brand.MentionRule;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Other readings of a folded text: repeated letters taken once or twice, letters of other scripts
 * and digits taken for the Latin letters that they look like, letters set apart joined. A reading
 * is made only if the text holds something to undo. Stateless.
 */
final class Disguises {
    private static final int MIN_RUN = 3;
    private static final int MIN_SPELLED = 4;
    private static final int MIN_FOREIGN = 4;
    private static final int MIN_LETTERS = 3;

    /** Longer words are not names. */
    private static final int LONGEST = 64;

    /** Cyrillic and Greek letters, and below them the Latin letters whose shape they have. */
    private static final String LOOK_ALIKES = "аеорсухіјѕԁһӏԛԝвнкмтгпияшαεορκνυιτβηµμχ";

    private static final String SMALL_SHAPES = "aeopcyxijsdhlqwbhkmtrnnrwaeopkvuitbnuux";

    /** The same where it is the capital that has the shape. */
    private static final String CAPITAL_SHAPES = "aeopcyxijsdhlqwbhkmtrnnrwaeopknyitbhmmx";

    /** Digits and signs, and below them the letters that they stand for. */
    private static final String SIGNS = "013457$€!|+";

    private static final String LETTERS_MEANT = "oleastseilt";

    private Disguises() {}

    /**
     * A reading of the text.
     *
     * @param text with the places in the raw text that it comes from
     * @param changed units that differ from the text as written; a match without one tells nothing
     * @param rule what a match is
     */
    record Disguise(FoldedText text, BitSet changed, MentionRule rule) {
        boolean changes(int start, int end) {
            int next = changed.nextSetBit(start);
            return next >= 0 && next < end;
        }
    }

    /** The readings of a text, none for most texts. */
    static List<Disguise> of(FoldedText text) {
        var signs = new Signs(text.chars());
        if (!signs.run && !signs.lookAlike && !signs.spelledOut) {
            return List.of();
        }
        List<Disguise> found = new ArrayList<>(2);
        if (signs.run) {
            found.add(stretched(text, 1));
            found.add(stretched(text, 2));
        }
        if (signs.lookAlike) {
            Disguise first = lookAlike(text, SMALL_SHAPES, 'l');
            Disguise second = lookAlike(text, CAPITAL_SHAPES, 'i');
            found.add(first);
            if (!Arrays.equals(first.text.chars(), second.text.chars())) {
                found.add(second);
            }
        }
        if (signs.spelledOut) {
            found.add(spelledOut(text));
        }
        return found;
    }

    /** What a text holds to be undone, told in one pass, since most texts hold nothing. */
    private static final class Signs {
        boolean run;
        boolean lookAlike;
        boolean spelledOut;

        Signs(char[] chars) {
            int repeated = 1;
            int spelled = 0;
            int lastSpelled = -2;
            char before = ' ';
            for (int i = 0; i < chars.length; i++) {
                char c = chars[i];
                repeated = c == before ? repeated + 1 : 1;
                if (repeated == MIN_RUN && Character.isLetter(c)) {
                    run = true;
                }
                if (!isAsciiLetter(before) && isSpelled(chars, i)) {
                    spelled = lastSpelled == i - 2 ? spelled + 1 : 1;
                    lastSpelled = i;
                    spelledOut |= spelled >= MIN_SPELLED;
                }
                if (c != ' ' && !isAsciiLetter(c) && !lookAlike && mayBeLookAlike(chars, i)) {
                    int start = wordStart(chars, i);
                    lookAlike = isMixed(chars, start, wordEnd(chars, start));
                }
                before = c;
            }
        }
    }

    private static int wordStart(char[] chars, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST && isDisguised(chars[start - 1])) {
            start--;
        }
        return start;
    }

    /** Whether a unit is Greek or Cyrillic, or a sign beside a letter that it may stand for one. */
    private static boolean mayBeLookAlike(char[] chars, int at) {
        char c = chars[at];
        if (c >= 0x80) {
            return (c >= 0x370 && c < 0x530) || c == 'µ' || c == '€';
        }
        if (isAsciiLetter(c) || c == ' ' || SIGNS.indexOf(c) < 0) {
            return false;
        }
        boolean after = at + 1 < chars.length && Character.isLetter(chars[at + 1]);
        return after || (at > 0 && Character.isDigit(c) && Character.isLetter(chars[at - 1]));
    }

    /** End of a word of letters, digits and signs; a sign at its end is punctuation. */
    private static int wordEnd(char[] chars, int start) {
        int end = start;
        while (end < chars.length && end - start <= LONGEST && isDisguised(chars[end])) {
            end++;
        }
        while (end > start && !Character.isLetterOrDigit(chars[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Whether a single letter stands between separators. */
    private static boolean isSpelled(char[] chars, int at) {
        return at < chars.length
                && (at == 0 || isSeparator(chars[at - 1]))
                && (at + 1 == chars.length || isSeparator(chars[at + 1]))
                && Character.isLetter(chars[at]);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || (!isAsciiLetter(c) && !Marks.isWord(c));
    }

    private static Disguise stretched(FoldedText text, int kept) {
        var copy = new Copy(text);
        char[] chars = text.chars();
        for (int i = 0; i < chars.length; ) {
            int end = i + 1;
            while (end < chars.length && chars[end] == chars[i]) {
                end++;
            }
            if (end - i >= MIN_RUN && Character.isLetter(chars[i])) {
                for (int k = 0; k < kept; k++) {
                    copy.add(chars[i], k == 0 ? i : end - 1, end - 1, true);
                }
            } else {
                for (int k = i; k < end; k++) {
                    copy.add(chars[k], k, k, false);
                }
            }
            i = end;
        }
        return copy.as(MentionRule.STRETCHED);
    }

    private static Disguise lookAlike(FoldedText text, String shapes, char one) {
        var copy = new Copy(text);
        char[] chars = text.chars();
        for (int i = 0; i < chars.length; ) {
            int end = wordEnd(chars, i);
            boolean undo = end > i && isMixed(chars, i, end);
            for (int k = i; k < Math.max(end, i + 1); k++) {
                char plain = undo ? plain(chars[k], shapes, one) : chars[k];
                copy.add(plain, k, k, plain != chars[k]);
            }
            i = Math.max(end, i + 1);
        }
        return copy.as(MentionRule.LOOK_ALIKE);
    }

    private static boolean isDisguised(char c) {
        return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }

    /**
     * Whether a word mixes Latin letters with what looks like them, or is written in look-alikes
     * alone, four of them or more. At least half of a word with digits must be letters.
     */
    private static boolean isMixed(char[] chars, int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        int latin = 0;
        int alike = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (LOOK_ALIKES.indexOf(chars[i]) >= 0) {
                alike++;
            } else if (SIGNS.indexOf(chars[i]) >= 0) {
                digits++;
            } else if (isAsciiLetter(chars[i])
                    || (Character.isLetter(chars[i])
                            && UnicodeScript.of(chars[i]) == UnicodeScript.LATIN)) {
                latin++;
            } else {
                return false;
            }
        }
        int letters = latin + alike;
        return alike + digits > 0
                && letters >= Math.max(MIN_LETTERS, digits)
                && (latin > 0 || letters >= MIN_FOREIGN);
    }

    private static char plain(char c, String shapes, char one) {
        int letter = LOOK_ALIKES.indexOf(c);
        if (letter >= 0) {
            return shapes.charAt(letter);
        }
        int digit = SIGNS.indexOf(c);
        if (digit < 0) {
            return c;
        }
        return c == '1' || c == '|' ? one : LETTERS_MEANT.charAt(digit);
    }

    private static Disguise spelledOut(FoldedText text) {
        var copy = new Copy(text);
        char[] chars = text.chars();
        for (int i = 0; i < chars.length; ) {
            int end = i;
            while (isSpelled(chars, end)
                    && (end == i || end < 2 || chars[end - 1] == chars[i + 1])) {
                end += 2;
            }
            int letters = (end - i) / 2;
            if (letters >= MIN_SPELLED) {
                for (int k = i; k < end; k += 2) {
                    copy.add(chars[k], k, k, true);
                }
                i = end - 1;
            } else {
                copy.add(chars[i], i, i, false);
                i++;
            }
        }
        return copy.as(MentionRule.SPELLED_OUT);
    }

    /** A folded text under construction that knows where its units come from. */
    private static final class Copy {
        private final FoldedText source;
        private final char[] chars;
        private final int[] starts;
        private final int[] ends;
        private final BitSet changed = new BitSet();
        private int length;

        Copy(FoldedText source) {
            this.source = source;
            chars = new char[source.length()];
            starts = new int[source.length()];
            ends = new int[source.length()];
        }

        void add(char c, int first, int last, boolean isChanged) {
            chars[length] = c;
            starts[length] = source.rawStart(first);
            ends[length] = source.rawEnd(last);
            changed.set(length, isChanged);
            length++;
        }

        Disguise as(MentionRule rule) {
            return new Disguise(
                    new FoldedText(
                            Arrays.copyOf(chars, length),
                            Arrays.copyOf(starts, length),
                            Arrays.copyOf(ends, length)),
                    changed,
                    rule);
        }
    }
}
