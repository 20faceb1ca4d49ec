package dev.earshot.local.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * Stands before a server that takes requests from anybody, and passes on those that are signed.
 * Thread-safe.
 */
final class SignedGate implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGEST_BODY_BYTES = 64 << 20;

    /** What belongs to one connection, or what the client itself adds. */
    private static final Set<String> OWN_HEADERS =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final HttpServer server;
    private final HttpClient client;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final SignedRequests requests;
    private final SignedRequests.Calls calls;
    private final String behind;

    private SignedGate(
            HttpServer server, SignedRequests requests, SignedRequests.Calls calls, String behind) {
        this.server = server;
        this.requests = requests;
        this.calls = calls;
        this.behind = behind;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(exchanges)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    /**
     * Starts listening on the loopback address.
     *
     * @param calls what requests ask to be allowed
     * @param behind address of the server that stands behind, without a trailing slash
     */
    static SignedGate start(
            int port, SignedRequests requests, SignedRequests.Calls calls, String behind)
            throws IOException {
        SignedGate gate =
                new SignedGate(
                        HttpServer.create(Loopback.address(port), 0), requests, calls, behind);
        gate.server.createContext("/", gate::serve);
        gate.server.setExecutor(gate.exchanges);
        gate.server.start();
        return gate;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES);
            Optional<SignedRequests.Refusal> refusal =
                    requests.refusal(received(exchange, body), calls);
            if (refusal.isPresent()) {
                refuse(exchange, refusal.get());
                return;
            }
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                            .timeout(PATIENCE)
                            .method(
                                    exchange.getRequestMethod(),
                                    HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders()
                    .forEach((name, values) -> pass(name, values, request::header));
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) ->
                                    pass(name, values, exchange.getResponseHeaders()::add));
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(String name, List<String> values, BiConsumer<String, String> header) {
        if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
            values.forEach(value -> header.accept(name, value));
        }
    }

    /** A request of the JDK's server, for the check. */
    static SignedRequests.Received received(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        return new SignedRequests.Received(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
    }

    /** Answers 403 as AWS does; clients show the message. */
    static void refuse(HttpExchange exchange, SignedRequests.Refusal reason) throws IOException {
        byte[] answer = refusal(reason);
        exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(403, answer.length);
        exchange.getResponseBody().write(answer);
    }

    /** The body of a refusal. */
    static byte[] refusal(SignedRequests.Refusal reason) {
        return JSON.createObjectNode()
                .put("__type", reason.type())
                .put("message", reason.message())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        exchanges.shutdownNow();
    }
}
