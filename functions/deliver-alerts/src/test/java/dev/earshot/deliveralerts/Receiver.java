package dev.earshot.deliveralerts;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A receiver that fails, hangs, redirects, answers 429, and lies: it takes a message and says that
 * it did not, or breaks the connection. Under {@code /gone} it answers 410. What it takes it checks
 * with the official library.
 */
final class Receiver implements AutoCloseable {
    /** The first attempts of a message that may go wrong. */
    private static final int BAD_ATTEMPTS = 4;

    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Webhook verifier;
    private final long seed;
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    /** The body of each message that was taken, by its id. */
    final Map<String, String> taken = new ConcurrentHashMap<>();

    /** How often each behaviour was shown. */
    final Map<String, AtomicInteger> shown = new ConcurrentHashMap<>();

    final AtomicInteger forged = new AtomicInteger();
    final AtomicInteger changed = new AtomicInteger();

    Receiver(String secret, long seed) throws IOException {
        this.verifier = new Webhook(secret);
        this.seed = seed;
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String path = exchange.getRequestURI().getPath();
            int attempt =
                    attempts.computeIfAbsent(path + id, key -> new AtomicInteger())
                            .incrementAndGet();
            String behaviour = path.equals("/gone") ? "gone" : behaviour(id, attempt);
            shown.computeIfAbsent(behaviour, key -> new AtomicInteger()).incrementAndGet();
            switch (behaviour) {
                case "gone" -> exchange.sendResponseHeaders(410, -1);
                case "fails" -> exchange.sendResponseHeaders(500, -1);
                case "hangs" -> hang();
                case "redirects" -> {
                    exchange.getResponseHeaders().set("location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "asks to wait" -> {
                    exchange.getResponseHeaders().set("retry-after", "90");
                    exchange.sendResponseHeaders(429, -1);
                }
                case "lies" -> {
                    take(exchange, id, body);
                    exchange.sendResponseHeaders(503, -1);
                }
                default -> {
                    take(exchange, id, body);
                    exchange.sendResponseHeaders(204, -1);
                }
            }
        }
    }

    private String behaviour(String id, int attempt) {
        var random = new Random(seed ^ id.hashCode() * 31L ^ attempt);
        random.nextInt();
        if (attempt > BAD_ATTEMPTS) {
            return "takes";
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> "fails";
            case 2 -> random.nextInt(4) == 0 ? "hangs" : "fails";
            case 3 -> "redirects";
            case 4 -> "asks to wait";
            case 5, 6 -> "lies";
            default -> "takes";
        };
    }

    private void hang() {
        try {
            closed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(HttpExchange exchange, String id, String body) {
        Map<String, java.util.List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            verifier.verify(body, headers);
        } catch (WebhookVerificationException e) {
            forged.incrementAndGet();
        }
        String before = taken.putIfAbsent(id, body);
        if (before != null && !before.equals(body)) {
            changed.incrementAndGet();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
