package dev.earshot.video.frame;

import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoLimits;

import java.nio.file.Path;
import java.util.Optional;

/** Decodes videos. Thread-safe; a {@link Clip} belongs to one thread at a time. */
public interface FrameSource {
    /** At most this many frames a second come with pixels; thumbnails come more often. */
    int GRID_PER_SECOND = 5;

    /**
     * Opens a file. Never throws on bad input.
     *
     * @param from where to resume; empty for the beginning
     * @throws VideoException if the decoder can't be started or dies
     */
    Opening open(Path file, VideoLimits limits, Optional<From> from);

    /**
     * Where to resume.
     *
     * @param seconds the first frame wanted
     * @param originTicks {@link Info#originTicks()} of the file's first opening
     */
    record From(double seconds, long originTicks) {}

    /** Result of opening a file. */
    sealed interface Opening {
        /** The caller closes the clip. */
        record Opened(Clip clip) implements Opening {}

        /** The file can't be decoded, with the reason and how to mend it. */
        record Refused(String reason) implements Opening {}
    }

    /**
     * Properties stated by the file's header.
     *
     * @param width pixels of the upright frame
     * @param height likewise
     * @param durationSeconds 0 if the header does not say
     * @param originTicks time stamp of the first frame in the file's own units
     * @param codec FFmpeg's name of it, for instance {@code h264}
     */
    record Info(int width, int height, double durationSeconds, long originTicks, String codec) {}

    /** A file that is being decoded. */
    interface Clip extends AutoCloseable {
        Info info();

        /**
         * The next frame, in order of time. Frames with pixels are the first in each fifth of a
         * second, counted from the video's first frame.
         *
         * @throws VideoException if the decoder died or hung
         */
        Event next();

        @Override
        void close();
    }

    /** What comes next. */
    sealed interface Event {
        /**
         * A frame; its pixels only for frames of the grid.
         *
         * @param afterDamage whether something between it and the previous sample was damaged
         */
        record Sample(Thumbnail thumbnail, Optional<Frame> frame, boolean afterDamage)
                implements Event {}

        /**
         * The video is over.
         *
         * @param endSeconds when the last frame leaves the screen
         * @param framesDecoded since this opening
         * @param damage what was wrong with the file, empty if nothing
         */
        record End(double endSeconds, long framesDecoded, Optional<String> damage)
                implements Event {}

        /** The file turned out to be unusable or beyond the limits. */
        record Refused(String reason) implements Event {}
    }
}
