package dev.earshot.video.shot;

import dev.earshot.video.frame.FrameDifference;
import dev.earshot.video.frame.Thumbnail;

import java.util.List;

/**
 * Hard cuts: a frame that differs from the one before much more than its neighbours do, in place
 * and in colours, and to which the picture does not return at once as it does after a flash.
 * Stateless.
 */
final class Cuts {
    /** Mean difference of colours, of 255, below which nothing is a cut. */
    private static final double LEAST = 8;

    /** The same where the colours as a whole stay alike. */
    private static final double LEAST_ALIKE = 24;

    private static final double OTHER_COLOURS = 0.12;

    /** Times the strongest change nearby. */
    private static final double ABOVE_STRONGEST = 1.8;

    /** Times the mean change nearby, and so much more. */
    private static final double ABOVE_MEAN = 3;

    private static final double MORE = 3;

    private static final double NEARBY = 0.25;
    private static final int NEARBY_FRAMES = 3;

    /** After a flash the picture is back within so many seconds. */
    private static final double FLASH = 0.5;

    private Cuts() {}

    /** Whether frame {@code i} begins a shot. */
    static boolean isCut(List<Thumbnail> frames, int i) {
        Thumbnail before = frames.get(i - 1);
        Thumbnail after = frames.get(i);
        double difference = FrameDifference.mean(before, after);
        if (difference < LEAST) {
            return false;
        }
        if (difference < LEAST_ALIKE && FrameDifference.histogram(before, after) < OTHER_COLOURS) {
            return false;
        }
        double strongest = 0;
        double sum = 0;
        int count = 0;
        for (int j = Math.max(1, i - 12); j < Math.min(frames.size(), i + 13); j++) {
            boolean near =
                    Math.abs(frames.get(j).seconds() - after.seconds()) <= NEARBY
                            || Math.abs(j - i) <= NEARBY_FRAMES;
            if (j != i && near) {
                double other = FrameDifference.mean(frames.get(j - 1), frames.get(j));
                strongest = Math.max(strongest, other);
                sum += other;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return difference >= ABOVE_STRONGEST * strongest
                && difference >= ABOVE_MEAN * mean + MORE
                && !returns(frames, i, difference);
    }

    private static boolean returns(List<Thumbnail> frames, int i, double difference) {
        Thumbnail before = frames.get(i - 1);
        for (int j = i + 1; j < frames.size(); j++) {
            if (frames.get(j).seconds() - frames.get(i).seconds() > FLASH) {
                return false;
            }
            if (FrameDifference.mean(before, frames.get(j)) < difference / 2) {
                return true;
            }
        }
        return false;
    }
}
