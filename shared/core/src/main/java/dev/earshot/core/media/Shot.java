package dev.earshot.core.media;

import dev.earshot.core.Checks;

/**
 * A run of frames between two cuts.
 *
 * @param start seconds from the video's beginning, inclusive
 * @param end seconds, exclusive; the next shot's start
 * @param keyframe seconds of the frame that stands for the shot
 * @param faces the most faces seen at once in the shot
 */
public record Shot(double start, double end, double keyframe, int faces) {
    public Shot {
        Spans.check("shot", start, end);
        Checks.inRange("keyframe", keyframe, start, end);
        Checks.notNegative("faces", faces);
    }
}
