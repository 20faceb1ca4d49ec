package dev.earshot.core.video;

import dev.earshot.core.Checks;
import dev.earshot.core.picture.Scenery;

/**
 * A run of frames between two cuts.
 *
 * @param start seconds from the video's beginning, inclusive
 * @param end seconds, exclusive; the next shot's start
 * @param keyframe seconds of the frame that represents the shot
 * @param faces the most faces seen at once in the shot
 * @param scenery where most of the analysed frames seem to be taken
 */
public record Shot(double start, double end, double keyframe, int faces, Scenery scenery) {
    public Shot {
        Spans.check("shot", start, end);
        Checks.inRange("keyframe", keyframe, start, end);
        Checks.notNegative("faces", faces);
    }

    /** A shot with unknown scenery. */
    public Shot(double start, double end, double keyframe, int faces) {
        this(start, end, keyframe, faces, Scenery.UNKNOWN);
    }
}
