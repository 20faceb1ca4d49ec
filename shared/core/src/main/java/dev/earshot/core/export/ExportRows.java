package dev.earshot.core.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that rows are written to one by one, in memory that does not grow with their number.
 * Closing it completes it. Not thread-safe.
 *
 * @param <R> what a row is made of
 */
public interface ExportRows<R> extends Closeable {
    /** Appends a row. */
    void write(R row) throws IOException;

    /** Opens files. Thread-safe. */
    @FunctionalInterface
    interface Opening<R> {
        /** A new file in place of one of that path. */
        ExportRows<R> open(ExportFormat format, Path file) throws IOException;
    }
}
