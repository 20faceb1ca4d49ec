package dev.earshot.djl.vision.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Best-path decoding of connectionist temporal classification (Graves et al., 2006): the best class
 * of each step, runs merged, blanks dropped. Immutable and thread-safe.
 */
final class CtcDecoder {
    private static final int BLANK = 0;

    private final List<String> characters;

    /**
     * @param characters class 1 onwards; the class after the last one is the space
     */
    CtcDecoder(List<String> characters) {
        this.characters = List.copyOf(characters);
    }

    /** One character, the step at which it begins and its probability. */
    record Glyph(String character, int step, double probability) {}

    /**
     * Decodes one line.
     *
     * @param steps {@code [.., 3]}: best class, its probability, probability of a space
     * @param from index of the line's first value
     * @param count steps to read
     */
    List<Glyph> decode(float[] steps, int from, int count) {
        List<Glyph> glyphs = new ArrayList<>();
        int last = BLANK;
        for (int step = 0; step < count; step++) {
            int best = (int) steps[from + 3 * step];
            if (best != BLANK && best != last) {
                glyphs.add(new Glyph(character(best), step, steps[from + 3 * step + 1]));
            }
            last = best;
        }
        return glyphs;
    }

    private String character(int index) {
        return index <= characters.size() ? characters.get(index - 1) : " ";
    }
}
