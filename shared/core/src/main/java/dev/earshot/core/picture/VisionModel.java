package dev.earshot.core.picture;

import dev.earshot.core.ModelVersion;

import java.util.List;
import java.util.function.Supplier;

/** Analyses pictures. Implementations are thread-safe. */
public interface VisionModel extends AutoCloseable {
    /**
     * Looks at one encoded file: JPEG, PNG, GIF (first frame) or WebP. Never throws on bad input.
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

    /** Every model that takes part. */
    List<ModelVersion> versions();

    @Override
    void close();

    /** The result of looking at a file. */
    sealed interface Look {
        /**
         * The file is a picture and was analysed.
         *
         * @param blurredCopy makes a JPEG copy in which no face can be recognised, without decoding
         *     the file again; keeps the decoded pixels in memory for as long as it is referenced
         */
        record Seen(ImageFindings findings, Supplier<byte[]> blurredCopy) implements Look {}

        /** The file is a video, recognised by its first bytes: a job for the worker. */
        record Video(String container) implements Look {}

        /**
         * The file can't be analysed.
         *
         * @param reason what is wrong and how to mend it
         */
        record Refused(String reason) implements Look {}
    }
}
