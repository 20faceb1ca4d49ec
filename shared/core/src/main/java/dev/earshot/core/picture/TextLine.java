package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/** One line of text read in a picture; lines are listed in reading order. */
public record TextLine(String text, double score, Box box) {
    public TextLine {
        Checks.inRange("text score", score, 0, 1);
    }

    /** The same line with other words. */
    public TextLine saying(String words) {
        return new TextLine(words, score, box);
    }
}
