package dev.earshot.core.video;

import dev.earshot.core.Checks;

/**
 * Something done in a video.
 *
 * @param label a verb in its -ing form, for instance {@code walking}
 * @param start seconds from the video's beginning
 * @param end seconds
 * @param score confidence in [0, 1]
 * @param basis what it was derived from, in plain words, for instance {@code person and bicycle
 *     move together}
 */
public record VideoAction(String label, double start, double end, double score, String basis) {
    public VideoAction {
        Checks.name("action label", label, 64);
        Spans.check("action", start, end);
        Checks.inRange("action score", score, 0, 1);
        Checks.name("action basis", basis, 200);
    }
}
