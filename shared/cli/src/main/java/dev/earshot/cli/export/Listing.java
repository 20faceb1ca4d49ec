package dev.earshot.cli.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.export.ExportFile;
import dev.earshot.export.ExportTable;

import java.io.IOException;
import java.nio.file.Path;

/** Writes what the API lists to a file, page by page. Not thread-safe. */
final class Listing {
    private final ApiClient api;
    private final String path;
    private final String items;

    private Listing(ApiClient api, String path, String items) {
        this.api = api;
        this.path = path;
        this.items = items;
    }

    /**
     * What the API lists of a brand.
     *
     * @param times {@code &from=...&to=...}, or nothing
     */
    static Listing of(ApiClient api, ExportContent content, String brand, String times) {
        String id = ApiClient.encoded(brand);
        return switch (content) {
            case POSTS ->
                    new Listing(api, "/v1/brands/" + id + "/posts?limit=100" + times, "posts");
            case CASES ->
                    new Listing(
                            api,
                            "/v1/cases?order=newest&brand=" + id + "&limit=100" + times,
                            "items");
            case COUNTS, SCORES ->
                    throw new IllegalArgumentException("the worker alone writes " + content.key());
        };
    }

    /** Writes all of it. */
    long write(ExportContent content, ExportFormat format, Path file)
            throws IOException, InterruptedException {
        String page = path;
        long written = 0;
        try (ExportFile out = ExportFile.open(format, ExportTable.of(content), file)) {
            while (true) {
                JsonNode answer = api.get(page);
                for (JsonNode item : answer.path(items)) {
                    out.write(item);
                    written++;
                }
                String next = answer.path("next").asText("");
                if (next.isEmpty()) {
                    return written;
                }
                page = path + "&cursor=" + ApiClient.encoded(next);
            }
        }
    }
}
