package dev.earshot.core.export;

import dev.earshot.core.count.PostAnalysis;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that posts are written to one by one, in memory that does not grow with their number.
 * Closing it completes it. Not thread-safe.
 */
public interface PostRows extends Closeable {
    /**
     * Appends a post.
     *
     * @param text empty where it is no longer kept
     */
    void write(PostAnalysis post, Optional<String> text) throws IOException;

    /** Opens files. Thread-safe. */
    @FunctionalInterface
    interface Opening {
        /** A new file in place of one of that path. */
        PostRows open(ExportFormat format, Path file) throws IOException;
    }
}
