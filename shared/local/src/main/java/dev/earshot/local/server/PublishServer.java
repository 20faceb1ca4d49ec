package dev.earshot.local.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.local.permission.Call;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * SNS's Publish and EventBridge's PutEvents on the loopback address: what is published goes nowhere
 * and is kept, the latest {@value #KEPT}. Answers ResetAuthorizersCache of API Gateway too.
 * Requests must be signed with the stack's own credentials. Thread-safe.
 */
public final class PublishServer implements AutoCloseable {
    /** At most this many messages and as many events are kept. */
    public static final int KEPT = 1_000;

    private static final int LARGEST_BODY_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final SignedRequests requests;
    private final String arnPrefix;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Message> messages = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** A message to a topic. */
    public record Message(
            String topic, String subject, String body, Map<String, String> attributes) {}

    /** An event on a bus; its detail is JSON. */
    public record Event(String bus, String source, String detailType, String detail) {}

    private PublishServer(HttpServer server, SignedRequests requests, String arnPrefix) {
        this.server = server;
        this.requests = requests;
        this.arnPrefix = arnPrefix;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for one that the system chooses
     * @param arnPrefix of the stack's ARNs, with {@code %s} for the service
     */
    public static PublishServer start(int port, SignedRequests requests, String arnPrefix)
            throws IOException {
        PublishServer started =
                new PublishServer(
                        HttpServer.create(Loopback.address(port), 0), requests, arnPrefix);
        started.server.createContext("/", started::serve);
        started.server.setExecutor(started.exchanges);
        started.server.start();
        return started;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What was published to topics, oldest first. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What was put on buses, oldest first. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES);
            Optional<SignedRequests.Refusal> refusal =
                    requests.refusal(SignedGate.received(exchange, body), this::calls);
            if (refusal.isPresent()) {
                SignedGate.refuse(exchange, refusal.get());
                return;
            }
            if (exchange.getRequestMethod().equals("DELETE")
                    && exchange.getRequestURI().getPath().endsWith("/cache/authorizers")) {
                // The gateway of this machine asks its authorizer for each request.
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            String text = new String(body, StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("x-amz-target");
            if ("AWSEvents.PutEvents".equals(target)) {
                send(exchange, 200, "application/x-amz-json-1.1", putEvents(JSON.readTree(text)));
                return;
            }
            Map<String, String> form = form(text);
            if ("Publish".equals(form.get("Action"))) {
                send(exchange, 200, "text/xml", publish(form));
            } else {
                send(exchange, 400, "text/plain", "only Publish and PutEvents are known here");
            }
        }
    }

    private List<Call> calls(SignedRequests.Received request) throws IOException {
        if (request.method().equals("DELETE")) {
            // API Gateway's ARNs have no account.
            return List.of(
                    new Call(
                            "apigateway:DELETE",
                            arnPrefix.formatted("apigateway").replaceFirst("[0-9]*:$", ":")
                                    + request.path().replaceFirst("^/v2", "")));
        }
        if (request.operation().equals("PutEvents")) {
            List<Call> calls = new ArrayList<>();
            for (JsonNode entry : JSON.readTree(request.body()).path("Entries")) {
                calls.add(
                        new Call(
                                "events:PutEvents",
                                arnPrefix.formatted("events")
                                        + "event-bus/"
                                        + entry.path("EventBusName").asText("default")));
            }
            return calls;
        }
        Map<String, String> form = form(new String(request.body(), StandardCharsets.UTF_8));
        return List.of(new Call("sns:" + form.get("Action"), form.getOrDefault("TopicArn", "*")));
    }

    private synchronized String putEvents(JsonNode request) {
        var ids = JSON.createArrayNode();
        for (JsonNode entry : request.path("Entries")) {
            add(
                    events,
                    new Event(
                            entry.path("EventBusName").asText(),
                            entry.path("Source").asText(),
                            entry.path("DetailType").asText(),
                            entry.path("Detail").asText()));
            ids.addObject().put("EventId", UUID.randomUUID().toString());
        }
        return JSON.createObjectNode().put("FailedEntryCount", 0).set("Entries", ids).toString();
    }

    private synchronized String publish(Map<String, String> form) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; form.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
            String entry = "MessageAttributes.entry." + i + ".";
            attributes.put(
                    form.getOrDefault(entry + "Name", ""),
                    form.getOrDefault(entry + "Value.StringValue", ""));
        }
        add(
                messages,
                new Message(
                        form.getOrDefault("TopicArn", ""),
                        form.getOrDefault("Subject", ""),
                        form.getOrDefault("Message", ""),
                        attributes));
        return "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
                + "<MessageId>"
                + UUID.randomUUID()
                + "</MessageId></PublishResult></PublishResponse>";
    }

    private static <T> void add(List<T> kept, T one) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.add(one);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        exchanges.close();
    }
}
