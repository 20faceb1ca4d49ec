package dev.earshot.core.video;

import dev.earshot.core.Checks;

/** A line of text on the screen, merged over the frames that show it; times in seconds. */
public record VideoText(String text, double start, double end, double score) {
    public VideoText {
        Spans.check("text", start, end);
        Checks.inRange("text score", score, 0, 1);
    }

    /** The same line with other words. */
    public VideoText saying(String words) {
        return new VideoText(words, start, end, score);
    }
}
