package dev.earshot.reading.brand;

import dev.earshot.reading.letters.PlainLetters;

/**
 * Cuts a hashtag that is written without capitals into its words: {@code hatethisplace} (the most
 * probable cut; P. Norvig, "Natural language corpus data", in Beautiful Data, 2009). One part may
 * be a name that no list knows. Only tags that hold a word of feeling are cut: the text model was
 * trained on whole tags. The rule is that of {@code models/text/training/tag_words.py}; shares are
 * whole tenths, so that no rounding differs. Stateless.
 */
public final class TagCut {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 40;
    private static final int LONGEST_WORD = 20;

    /** How rare an unlisted word is, in tenths of decimal logarithms: so much, and per letter. */
    private static final int UNLISTED = 57;

    private static final int UNLISTED_LETTER = 10;
    private static final int SHORTEST_UNLISTED = 4;

    /** "a" and "i", the only words of one letter. */
    private static final int LETTER_WORD = 32;

    /** How much rarer a listed word of two letters counts, and one of three. */
    private static final int TWO_LETTERS = 10;

    private static final int THREE_LETTERS = 4;

    /** The cost of what may be no word of a cut. */
    private static final int IMPOSSIBLE = 1000;

    private TagCut() {}

    /**
     * Where words begin within the tag, but for the first; empty if it is better left whole.
     *
     * @param tag small letters a to z alone
     */
    public static int[] starts(String tag) {
        int length = tag.length();
        if (length < SHORTEST || length > LONGEST) {
            return new int[0];
        }
        int[] best = new int[length + 1];
        int[] begin = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            best[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                int cost = best[start] + cost(tag.substring(start, end));
                if (cost < best[end]) {
                    best[end] = cost;
                    begin[end] = start;
                }
            }
        }
        int[] starts = best[length] >= cost(tag) ? new int[0] : starts(begin);
        return holdsFeeling(tag, starts) ? starts : new int[0];
    }

    /** The starts of the words of the best cut, in order, without the first. */
    private static int[] starts(int[] begin) {
        int words = 0;
        for (int at = begin[begin.length - 1]; at > 0; at = begin[at]) {
            words++;
        }
        int[] starts = new int[words];
        for (int at = begin[begin.length - 1]; at > 0; at = begin[at]) {
            words--;
            starts[words] = at;
        }
        return starts;
    }

    private static boolean holdsFeeling(String tag, int[] starts) {
        int from = 0;
        for (int start : starts) {
            if (PlainLetters.isFeeling(tag.substring(from, start))) {
                return true;
            }
            from = start;
        }
        return PlainLetters.isFeeling(tag.substring(from));
    }

    private static int cost(String word) {
        int length = word.length();
        if (length == 1) {
            return word.equals("a") || word.equals("i") ? LETTER_WORD : IMPOSSIBLE;
        }
        double listed = EnglishWords.logShare(word);
        if (!Double.isNaN(listed)) {
            int shortness = length == 2 ? TWO_LETTERS : length == 3 ? THREE_LETTERS : 0;
            return (int) Math.round(-10 * listed) + shortness;
        }
        return length < SHORTEST_UNLISTED ? IMPOSSIBLE : UNLISTED + UNLISTED_LETTER * length;
    }
}
