package dev.earshot.core.picture;

import dev.earshot.core.ModelVersion;

import java.util.List;
import java.util.Optional;

/** Analyses pictures. Implementations are thread-safe. */
public interface VisionModel extends AutoCloseable {
    /**
     * Analyses one encoded file: JPEG, PNG, GIF (first frame) or WebP. Never throws on bad input.
     */
    default Look look(byte[] encoded) {
        return look(encoded, List.of());
    }

    /**
     * Likewise, and searches for logos too.
     *
     * @param logos references of all brands of the workspace
     */
    Look look(byte[] encoded, List<LogoReference> logos);

    /**
     * A JPEG copy of a picture in which no face can be recognised; empty where the file is no
     * picture.
     */
    Optional<byte[]> blurred(byte[] encoded);

    /** Every model that takes part. */
    List<ModelVersion> versions();

    @Override
    void close();

    /** Result of looking at a file. */
    sealed interface Look {
        /** The file is a picture and was analysed. */
        record Seen(ImageFindings findings) implements Look {}

        /** The file is a video, judging by its first bytes: a job for the worker. */
        record Video(String container) implements Look {}

        /**
         * The file can't be analysed.
         *
         * @param reason what is wrong and how to mend it
         */
        record Refused(String reason) implements Look {}
    }
}
