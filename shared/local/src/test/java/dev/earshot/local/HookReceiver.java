package dev.earshot.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A receiver of webhooks that takes everything and remembers it. Thread-safe. */
final class HookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();

    HookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
    }

    /** A message: its headers by lower-case name, and its body. */
    record Received(Map<String, List<String>> headers, String body) {}

    private void take(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(headers, new String(body, StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    Queue<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
