package dev.earshot.core.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an export is written. */
public enum ExportFormat {
    /** One JSON object a line, with everything that the API shows; it can be imported again. */
    NDJSON("application/x-ndjson"),
    /** A table for spreadsheets. */
    CSV("text/csv; charset=utf-8"),
    /** A table with types. */
    PARQUET("application/vnd.apache.parquet");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    /** Its name in requests, and the ending of its files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    /** The format of that key. */
    public static Optional<ExportFormat> of(String key) {
        return Arrays.stream(values()).filter(format -> format.key().equals(key)).findFirst();
    }
}
