package dev.earshot.ffmpeg;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.FrameSource;

/**
 * Assigns each decoded frame its time and decides which are wanted. Depends only on time stamps, so
 * that a decoder that begins in the middle wants the same frames. Used by one thread.
 */
final class Sampling {
    /** Enough for every frame of most videos, and a limit for the rest. */
    private static final int THUMBNAILS_PER_SECOND = 60;

    /** Frames that may exceed the rate limit before the video is refused. */
    private static final int BURST = 480;

    /** A time stamp this far beyond the end that the header states is damage. */
    private static final double BEYOND_END = 30;

    private final double secondsPerTick;
    private final double frameSeconds;
    private final double statedSeconds;
    private final VideoLimits limits;
    private double last = -1;
    private double first = -1;
    private long frames;
    private long thumbnailCell = -1;
    private long gridCell = -1;
    private boolean wantsThumbnail;
    private boolean wantsFrame;

    /**
     * @param frameSeconds usual time between frames
     * @param statedSeconds duration by the header, 0 if unknown
     */
    Sampling(double secondsPerTick, double frameSeconds, double statedSeconds, VideoLimits limits) {
        this.secondsPerTick = secondsPerTick;
        this.frameSeconds = frameSeconds;
        this.statedSeconds = statedSeconds;
        this.limits = limits;
    }

    /**
     * Adds the next frame.
     *
     * @param ticks its time stamp from the video's beginning, or {@code Long.MIN_VALUE} if it has
     *     none
     * @return its time in seconds; times never go back
     */
    double take(long ticks) throws RefusedException {
        double seconds = ticks * secondsPerTick;
        boolean wild =
                ticks == Long.MIN_VALUE
                        || (statedSeconds > 0 && seconds > statedSeconds + BEYOND_END);
        if (wild) {
            seconds = last < 0 ? 0 : last + frameSeconds;
        }
        seconds = Math.max(Math.max(0, seconds), last);
        if (seconds > limits.maxSeconds()) {
            throw Demuxer.tooLong(seconds, limits);
        }
        first = first < 0 ? seconds : first;
        last = seconds;
        frames++;
        double played = last - first + frameSeconds;
        if (frames > BURST && (frames - BURST) / played > limits.maxFramesPerSecond()) {
            throw Demuxer.tooFast(frames / played, limits);
        }
        long thumbnail = cell(seconds, THUMBNAILS_PER_SECOND);
        long grid = cell(seconds, FrameSource.GRID_PER_SECOND);
        wantsFrame = grid != gridCell;
        wantsThumbnail = wantsFrame || thumbnail != thumbnailCell;
        thumbnailCell = thumbnail;
        gridCell = grid;
        return seconds;
    }

    /** Whether the last frame added goes to the parent at all. */
    boolean wantsThumbnail() {
        return wantsThumbnail;
    }

    /** Whether the pixels of the last frame added go to the parent. */
    boolean wantsFrame() {
        return wantsFrame;
    }

    /** When the last frame added leaves the screen. */
    double endSeconds() {
        return last < 0 ? 0 : last + frameSeconds;
    }

    long frames() {
        return frames;
    }

    /** Index of the grid cell of a time; a time just before a cell counts as in it. */
    private static long cell(double seconds, int perSecond) {
        return (long) Math.floor(seconds * perSecond + 1e-3);
    }
}
