package dev.earshot.djl.vision.ocr;

import java.util.List;

/**
 * Puts back the spaces that best-path decoding drops: at a narrow gap the recogniser's best class is
 * the blank, but the space is still far more probable there than inside a word. Immutable.
 */
final class Spacing {
    /**
     * Least probability of a space. On rendered captions the gaps between words gave 0.05 to 0.42,
     * those inside words at most 0.002.
     */
    private static final double THRESHOLD = 0.005;

    /** The same inside a handle or hashtag, whose capitals and underscores look like new words. */
    private static final double HANDLE_THRESHOLD = 0.3;

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

    /** What a space must reach between text and the next character: in an address there is none. */
    private static double threshold(CharSequence text, CtcDecoder.Glyph next) {
        if (next.character().equals("@") || next.character().equals("#")) {
            return THRESHOLD;
        }
        int start = text.length();
        while (start > 0 && text.charAt(start - 1) != ' ') {
            start--;
        }
        String word = text.subSequence(start, text.length()).toString();
        if (word.startsWith("http") || word.startsWith("www.")) {
            return 1;
        }
        return word.startsWith("@") || word.startsWith("#") ? HANDLE_THRESHOLD : THRESHOLD;
    }

    /** Whether the character is none of a script that is written without spaces, and no space. */
    private static boolean isWritten(CtcDecoder.Glyph glyph) {
        int codePoint = glyph.character().codePointAt(0);
        return !Character.isWhitespace(codePoint)
                && switch (Character.UnicodeScript.of(codePoint)) {
                    case HAN, HIRAGANA, KATAKANA -> false;
                    default -> true;
                };
    }
}
