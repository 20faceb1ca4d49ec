package dev.earshot.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks for an export, waits until the worker has written it, and fetches it. Not thread-safe. */
final class WorkerFile {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Shown once an export has not been begun for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ApiClient api;

    WorkerFile(ApiClient api) {
        this.api = api;
    }

    /**
     * Fetches an export.
     *
     * @return how many rows it has
     */
    long fetch(
            ExportContent content,
            ExportFormat format,
            String brand,
            Optional<String> from,
            Optional<String> to,
            Path file)
            throws IOException, InterruptedException {
        ObjectNode asked =
                new ObjectMapper()
                        .createObjectNode()
                        .put("brand", brand)
                        .put("what", content.key())
                        .put("format", format.key());
        from.ifPresent(time -> asked.put("from", time));
        to.ifPresent(time -> asked.put("to", time));
        JsonNode export = written(api.post("/v1/exports", asked.toString()).path("id").asText());
        download(export.path("url").asText(), file);
        return export.path("rows").asLong();
    }

    /** The export once it is done. */
    private JsonNode written(String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode export = api.get("/v1/exports/" + id);
            switch (export.path("state").asText()) {
                case "done" -> {
                    if (export.path("gone").asBoolean()) {
                        throw new IOException(
                                "the file was removed at once, since somebody was erased; ask again");
                    }
                    return export;
                }
                case "failed", "parked" ->
                        throw new IOException(
                                "the export failed: " + export.path("reason").asText());
                case "queued" -> {
                    if (System.nanoTime() > deadline) {
                        throw new IOException(
                                "no worker has begun the export within "
                                        + PATIENCE.toMinutes()
                                        + " minutes; it stays queued as "
                                        + id
                                        + ", and GET /v1/exports/"
                                        + id
                                        + " has it once one runs");
                    }
                }
                default -> {
                    // It is being written, however long that takes.
                }
            }
            Thread.sleep(LOOK);
        }
    }

    private static void download(String url, Path file) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<Path> response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url)).GET().build(),
                            BodyHandlers.ofFile(file));
            if (response.statusCode() != 200) {
                throw new IOException(
                        "the file could not be fetched: S3 answered " + response.statusCode());
            }
        }
    }
}
