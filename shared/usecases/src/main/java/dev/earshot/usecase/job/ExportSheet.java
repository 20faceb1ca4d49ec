package dev.earshot.usecase.job;

import dev.earshot.core.export.ExportRows;

import java.io.Closeable;
import java.io.IOException;

/** A file of this machine, and the rows that it is filled with. Not thread-safe. */
final class ExportSheet<R> implements Closeable {
    private final RowPages<R> pages;
    private final ExportRows<R> rows;

    ExportSheet(RowPages<R> pages, ExportRows<R> rows) {
        this.pages = pages;
        this.rows = rows;
    }

    /**
     * What was written of a page.
     *
     * @param fraction of the whole that is there by now
     * @param more whether another page may follow
     */
    record Written(int rows, double fraction, boolean more) {}

    /** Reads a page and writes it. */
    Written writePage() throws IOException {
        RowPages.Page<R> page = pages.next();
        for (R row : page.rows()) {
            rows.write(row);
        }
        return new Written(page.rows().size(), page.fraction(), page.more());
    }

    /** Completes the file. */
    @Override
    public void close() throws IOException {
        try (rows) {
            pages.close();
        }
    }
}
