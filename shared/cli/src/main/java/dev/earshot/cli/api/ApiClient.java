package dev.earshot.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client of the HTTP API with one key. Thread-safe. */
public final class ApiClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String key;

    public ApiClient(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /** The answer; empty if the API answers 404. */
    public Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(path, response));
    }

    /** The answer; a status of 300 or more is an error. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return body(path, send(request(path).GET().build()));
    }

    /** All items of a listing, from all its pages. */
    public List<JsonNode> all(String path, String field) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String page = path;
        while (true) {
            JsonNode answer = get(page);
            answer.path(field).forEach(items::add);
            String next = answer.path("next").asText("");
            if (next.isEmpty()) {
                return items;
            }
            page = path + (path.contains("?") ? "&" : "?") + "cursor=" + encoded(next);
        }
    }

    public JsonNode put(String path, String body) throws IOException, InterruptedException {
        return body(path, send(request(path).PUT(BodyPublishers.ofString(body)).build()));
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return body(path, send(request(path).POST(BodyPublishers.ofString(body)).build()));
    }

    /** A text as one segment of a path or one value of a query. */
    public static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("x-api-key", key)
                .header("content-type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode body(String path, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "the API answered "
                            + response.statusCode()
                            + " to "
                            + path
                            + ": "
                            + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
