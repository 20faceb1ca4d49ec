package dev.earshot.djl.vision.ocr;

import java.util.List;

/**
 * Restores the spaces that best-path decoding drops: at a narrow gap the recogniser's best class is
 * the blank, but the space is still far more probable there than inside a word. Immutable.
 */
final class Spacing {
    /**
     * Least probability of a space between capitals, where most spaces are lost: on captions, gaps
     * between words gave 0.005 to 0.42, gaps inside words at most 0.002.
     */
    private static final double CAPITALS_THRESHOLD = 0.005;

    /** The same elsewhere, where the network reads most spaces itself. */
    private static final double DEFAULT_THRESHOLD = 0.02;

    /**
     * The same inside numbers, handles and hashtags, where dots and capitals look like word
     * borders.
     */
    private static final double TOKEN_THRESHOLD = 0.3;

    private final float[] steps;
    private final int from;

    /**
     * @param steps {@code [.., 3]}, the third value being the probability of a space
     * @param from index of the line's first value
     */
    Spacing(float[] steps, int from) {
        this.steps = steps;
        this.from = from;
    }

    /** The line's text. */
    String restore(List<CtcDecoder.Glyph> glyphs) {
        StringBuilder text = new StringBuilder();
        CtcDecoder.Glyph last = null;
        for (CtcDecoder.Glyph glyph : glyphs) {
            if (last != null
                    && isWritten(last)
                    && isWritten(glyph)
                    && space(last, glyph) >= threshold(text, glyph)) {
                text.append(' ');
            }
            text.append(glyph.character());
            last = glyph;
        }
        return text.toString();
    }

    /** Highest probability of a space between two characters. */
    private double space(CtcDecoder.Glyph left, CtcDecoder.Glyph right) {
        double highest = 0;
        for (int step = left.step() + 1; step < right.step(); step++) {
            highest = Math.max(highest, steps[from + 3 * step + 2]);
        }
        return highest;
    }

    /** Least probability of a space between the end of {@code text} and the next character. */
    private static double threshold(CharSequence text, CtcDecoder.Glyph next) {
        int right = next.character().codePointAt(0);
        if (right == '@' || right == '#') {
            return DEFAULT_THRESHOLD;
        }
        int start = text.length();
        while (start > 0 && text.charAt(start - 1) != ' ') {
            start--;
        }
        String word = text.subSequence(start, text.length()).toString();
        if (word.startsWith("http") || word.startsWith("www.")) {
            return 1; // an address has no spaces
        }
        int left = text.charAt(text.length() - 1);
        boolean number = Character.isDigit(right) && !Character.isLetter(left);
        if (number || word.startsWith("@") || word.startsWith("#")) {
            return TOKEN_THRESHOLD;
        }
        return isCapital(left) && isCapital(right) ? CAPITALS_THRESHOLD : DEFAULT_THRESHOLD;
    }

    private static boolean isCapital(int codePoint) {
        return Character.isUpperCase(codePoint) || Character.isDigit(codePoint);
    }

    /** Whether the character is not a space and not of a script that is written without spaces. */
    private static boolean isWritten(CtcDecoder.Glyph glyph) {
        int codePoint = glyph.character().codePointAt(0);
        return !Character.isWhitespace(codePoint)
                && switch (Character.UnicodeScript.of(codePoint)) {
                    case HAN, HIRAGANA, KATAKANA -> false;
                    default -> true;
                };
    }
}
