package dev.earshot.core.video;

import dev.earshot.core.Checks;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;

import java.util.List;

/**
 * One thing followed through a video: it enters at {@code start} and leaves at {@code end}.
 *
 * @param label English class name, as of {@link Detection}
 * @param start seconds from the video's beginning
 * @param end seconds
 * @param score the mean confidence of its detections, in [0, 1]
 * @param share mean share of the screen that it covers while visible, in [0, 1]
 * @param boxes its positions in order of time, sparser where it hardly moves
 */
public record Track(
        String label, double start, double end, double score, double share, List<TimedBox> boxes) {
    public Track {
        Checks.name("track label", label, 64);
        Spans.check("track", start, end);
        Checks.inRange("track score", score, 0, 1);
        Checks.inRange("track share", share, 0, 1);
        boxes = List.copyOf(boxes);
    }

    /** A box at a time, in seconds. */
    public record TimedBox(double time, Box box) {}
}
