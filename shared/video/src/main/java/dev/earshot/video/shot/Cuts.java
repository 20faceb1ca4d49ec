package dev.earshot.video.shot;

import dev.earshot.video.frame.FrameDifference;
import dev.earshot.video.frame.Thumbnail;

import java.util.List;

/**
 * Finds hard cuts: a frame that differs from the previous one much more than its neighbours do, in
 * layout and in colours, and after which the picture does not soon return to what it was, as it
 * does after a flash. Stateless.
 */
final class Cuts {
    /** Minimum mean colour difference of a cut, of 255. */
    private static final double MIN_DIFFERENCE = 8;

    /** The same if the colour histograms are similar. */
    private static final double MIN_DIFFERENCE_ALIKE = 24;

    private static final double OTHER_COLOURS = 0.12;

    /** A cut is at least this many times the strongest change nearby. */
    private static final double ABOVE_STRONGEST = 1.8;

    /**
     * A cut is at least this many times the mean change nearby, plus {@link #ABOVE_MEAN_OFFSET}.
     */
    private static final double ABOVE_MEAN = 3;

    private static final double ABOVE_MEAN_OFFSET = 3;

    private static final double NEARBY_SECONDS = 0.25;
    private static final int NEARBY_FRAMES = 3;

    /** After a flash the picture returns within this many seconds. */
    private static final double MAX_FLASH_SECONDS = 0.5;

    private Cuts() {}

    /** Whether frame {@code i} begins a shot. */
    static boolean isCut(List<Thumbnail> frames, int i) {
        Thumbnail before = frames.get(i - 1);
        Thumbnail after = frames.get(i);
        double difference = FrameDifference.mean(before, after);
        if (difference < MIN_DIFFERENCE) {
            return false;
        }
        if (difference < MIN_DIFFERENCE_ALIKE
                && FrameDifference.histogram(before, after) < OTHER_COLOURS) {
            return false;
        }
        double strongest = 0;
        double sum = 0;
        int count = 0;
        for (int j = Math.max(1, i - 12); j < Math.min(frames.size(), i + 13); j++) {
            boolean near =
                    Math.abs(frames.get(j).seconds() - after.seconds()) <= NEARBY_SECONDS
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
                && difference >= ABOVE_MEAN * mean + ABOVE_MEAN_OFFSET
                && !returns(frames, i, difference);
    }

    private static boolean returns(List<Thumbnail> frames, int i, double difference) {
        Thumbnail before = frames.get(i - 1);
        for (int j = i + 1; j < frames.size(); j++) {
            if (frames.get(j).seconds() - frames.get(i).seconds() > MAX_FLASH_SECONDS) {
                return false;
            }
            if (FrameDifference.mean(before, frames.get(j)) < difference / 2) {
                return true;
            }
        }
        return false;
    }
}
