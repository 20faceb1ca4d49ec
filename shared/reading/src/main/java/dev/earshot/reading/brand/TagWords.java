package dev.earshot.reading.brand;

import org.jspecify.annotations.Nullable;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;

/**
 * Tells whether a name is a word of a hashtag that is written without capitals or underscores, as
 * in {@code #boycottacme}. The tag is cut into its most probable words (P. Norvig, "Natural
 * language corpus data", in Beautiful Data, 2009): once with the name as a word at its place, once
 * in any way but that. The name counts if the first cut is clearly the more probable. Stateless.
 */
final class TagWords {
    /** A shorter name is inside too many words. */
    private static final int MIN_LETTERS = 3;

    /** Log-share of the name of a watched brand among the words of hashtags: one in 3,000. */
    private static final double NAME = -3.5;

    /** Log-share of a person's name that is no listed word. */
    private static final double PERSON_NAME = -6.5;

    /** Log-share of an unlisted word of no letters; each of its letters costs another 1. */
    private static final double UNLISTED = -5.7;

    /** By how much the cut with the name must be more probable, in powers of ten. */
    private static final double MARGIN = 0.5;

    /** The same if it leaves a part that is no listed word. */
    private static final double UNLISTED_MARGIN = 3;

    private static final int LONGEST_WORD = 24;

    /** Longer tags and words are not cut. */
    static final int LONGEST = 64;

    /** Endings that make another word of a name, though some are words too. */
    private static final Set<String> SUFFIXES =
            Set.of(
                    "ist", "ists", "ism", "isms", "ish", "ian", "ians", "ing", "ed", "er", "ers",
                    "ite", "ites", "ity", "ness", "ify", "ology", "esque", "ia", "an", "al", "ic",
                    "on", "in", "us", "um", "y", "ly", "land", "ton");

    private TagWords() {}

    /**
     * The words of a tag around the name at {@code [start, end)}, parted by spaces; null if the
     * name is no word of it.
     */
    static @Nullable String around(char[] tag, int start, int end) {
        if (end - start < MIN_LETTERS || tag.length > LONGEST) {
            return null;
        }
        if (SUFFIXES.contains(new String(tag, end, tag.length - end))) {
            return null;
        }
        var before = new Cut(tag, 0, start, -1, -1);
        var after = new Cut(tag, end, tag.length, -1, -1);
        var without = new Cut(tag, 0, tag.length, start, end);
        boolean listed = before.listed && after.listed;
        double with = before.logShare + NAME + after.logShare;
        if (with - without.logShare < (listed ? MARGIN : UNLISTED_MARGIN)) {
            return null;
        }
        String name = new String(tag, start, end - start);
        return (before.words + " " + name + " " + after.words).strip();
    }

    /** The same, for a word in prose: all its other parts must be listed words of three letters. */
    static @Nullable String listed(char[] word, int start, int end) {
        String words = around(word, start, end);
        if (words == null) {
            return null;
        }
        for (String part : words.split(" ", -1)) {
            if (part.length() < MIN_LETTERS
                    || (!EnglishWords.contains(part)
                            && !part.contentEquals(CharBuffer.wrap(word, start, end - start)))) {
                return null;
            }
        }
        return words;
    }

    /** The most probable cut of a part of a tag into words. */
    private static final class Cut {
        final double logShare;
        final String words;
        final boolean listed;

        /** Cuts {@code [from, to)} without a word that is exactly {@code [not, notEnd)}. */
        Cut(char[] tag, int from, int to, int not, int notEnd) {
            int length = to - from;
            double[] best = new double[length + 1];
            int[] wordStart = new int[length + 1];
            Arrays.fill(best, Double.NEGATIVE_INFINITY);
            best[0] = 0;
            for (int e = 1; e <= length; e++) {
                for (int s = Math.max(0, e - LONGEST_WORD); s < e; s++) {
                    if (from + s == not && from + e == notEnd) {
                        continue;
                    }
                    double share = best[s] + logShare(new String(tag, from + s, e - s));
                    if (share > best[e]) {
                        best[e] = share;
                        wordStart[e] = s;
                    }
                }
            }
            logShare = best[length];
            Deque<String> cut = new ArrayDeque<>();
            boolean known = true;
            for (int e = length; e > 0; e = wordStart[e]) {
                String word = new String(tag, from + wordStart[e], e - wordStart[e]);
                known &= isListed(word);
                cut.addFirst(word);
            }
            words = String.join(" ", cut);
            listed = known;
        }

        private static boolean isListed(String word) {
            return EnglishWords.contains(word)
                    || isPersonName(word)
                    || isNumber(word)
                    || isLetterWord(word);
        }

        private static double logShare(String word) {
            if (isNumber(word)) {
                return -4;
            }
            if (isLetterWord(word)) {
                return -2;
            }
            double listed = EnglishWords.logShare(word);
            if (!Double.isNaN(listed)) {
                return listed;
            }
            return isPersonName(word) ? PERSON_NAME : UNLISTED - word.length();
        }

        private static boolean isPersonName(String word) {
            return WordList.GIVEN_NAMES.contains(word) || WordList.SURNAMES.contains(word);
        }

        /** "a" and "i" are the only words of one letter. */
        private static boolean isLetterWord(String word) {
            return word.equals("a") || word.equals("i");
        }

        private static boolean isNumber(String word) {
            return word.chars().allMatch(Character::isDigit);
        }
    }
}
