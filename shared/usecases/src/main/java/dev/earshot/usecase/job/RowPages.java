package dev.earshot.usecase.job;

import java.util.List;

/** Reads the rows of an export page by page. Not thread-safe. */
interface RowPages<R> extends AutoCloseable {
    /** The page after the last one. */
    Page<R> next();

    @Override
    default void close() {}

    /**
     * One page.
     *
     * @param fraction of all that has been gone through with it, 0 to 1, as far as can be told
     * @param more whether another may follow
     */
    record Page<R>(List<R> rows, double fraction, boolean more) {}
}
