package dev.earshot.mcp;

import java.io.IOException;

/** Reads from the query API, and can do nothing else. Thread-safe. */
@FunctionalInterface
public interface Reader {
    /**
     * The answer to a GET as JSON.
     *
     * @param path with its query, such as {@code /v1/brands}
     * @throws IOException with a message for people where there is no answer, or a status of 300 or
     *     more
     */
    String get(String path) throws IOException, InterruptedException;
}
