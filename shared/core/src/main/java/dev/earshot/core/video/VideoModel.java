package dev.earshot.core.video;

import dev.earshot.core.ModelVersion;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Analyses videos step by step, so that work on several can be interleaved, saved and resumed.
 * Implementations are thread-safe; a {@link Run} belongs to one thread at a time, and several runs
 * may be open at once.
 */
public interface VideoModel extends AutoCloseable {
    /**
     * Opens a file. Never throws on bad input.
     *
     * @param checkpoint what {@link Run#checkpoint()} returned for the same bytes, to resume from
     *     there; empty to begin. A checkpoint of another version of the model is ignored.
     */
    Opening open(Path file, VideoLimits limits, Optional<byte[]> checkpoint);

    /** Every model that takes part. */
    List<ModelVersion> versions();

    @Override
    void close();

    /** Result of opening a file. */
    sealed interface Opening {
        /** It can be analysed; the caller closes the run. */
        record Opened(Run run) implements Opening {}

        /** It can't, with the reason and how to mend it. */
        record Refused(String reason) implements Opening {}
    }

    /**
     * The analysis of one video. Any sequence of steps, checkpoints and resumptions ends in the
     * same findings as a run without interruption.
     */
    interface Run extends AutoCloseable {
        /**
         * Analyses the next part of the video, about a second of work.
         *
         * @throws VideoException if the decoder died; the same step may succeed in another run
         */
        Step step();

        /** All that another run needs to continue after the last step; a few hundred KB at most. */
        byte[] checkpoint();

        @Override
        void close();
    }

    /** Result of a step. */
    sealed interface Step {
        /** There is more. */
        record Going(VideoProgress progress) implements Step {}

        /**
         * The video is done.
         *
         * @param contactSheet a small JPEG: key frames with boxes, labels and times
         */
        record Finished(VideoProgress progress, VideoFindings findings, byte[] contactSheet)
                implements Step {}

        /** The file turned out to be unusable or beyond the limits. */
        record Refused(String reason) implements Step {}
    }
}
