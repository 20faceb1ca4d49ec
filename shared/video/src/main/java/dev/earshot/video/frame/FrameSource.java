package dev.earshot.video.frame;

import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoLimits;

import java.nio.file.Path;
import java.util.Optional;

/** Decodes videos. Thread-safe; a {@link Clip} belongs to one thread at a time. */
public interface FrameSource {
    /** Frames with their pixels come at this many a second at most; thumbnails more often. */
    int GRID_PER_SECOND = 5;

    /**
     * Opens a file. Throws nothing on bad input.
     *
     * @param from where to go on; empty for the beginning
     * @throws VideoException if the decoder can't be started or dies
     */
    Opening open(Path file, VideoLimits limits, Optional<From> from);

    /**
     * Where to go on.
     *
     * @param seconds the first frame wanted
     * @param originTicks {@link Info#originTicks()} of the file's first opening
     */
    record From(double seconds, long originTicks) {}

    /** What came of opening a file. */
    sealed interface Opening {
        /** The caller closes the clip. */
        record Opened(Clip clip) implements Opening {}

        /** The file can't be decoded, with the reason and how to mend it. */
        record Refused(String reason) implements Opening {}
    }

    /**
     * What the file's header says.
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
         * A frame; its pixels only where they are wanted.
         *
         * @param afterDamage whether something between it and the sample before was damaged
         */
        record Sample(Thumbnail thumbnail, Optional<Frame> frame, boolean afterDamage)
                implements Event {}

        /**
         * The video is over.
         *
         * @param endSeconds when the last frame leaves the screen
         * @param framesDecoded in this opening
         * @param damage what was wrong with the file, empty if nothing
         */
        record End(double endSeconds, long framesDecoded, Optional<String> damage)
                implements Event {}

        /** What came to light makes the file unusable or more than the limits allow. */
        record Refused(String reason) implements Event {}
    }
}
