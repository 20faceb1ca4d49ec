package dev.earshot.platforms.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.core.net.HostGuard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client against a server on this machine that does what servers do. */
final class WebClientTest {
    private static final int MOST = 1 << 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final WebClient client;

    WebClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client = new WebClient(HostGuard.ofThisMachine(Set.of("localhost")));
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/redirect" -> {
                    exchange.getResponseHeaders()
                            .set(
                                    "location",
                                    "http://127.0.0.1:"
                                            + server.getAddress().getPort()
                                            + "/inside");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/inside" -> {
                    inside.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                }
                case "/huge" -> endless(exchange, 1 << 16, Duration.ZERO);
                case "/drip" -> endless(exchange, 1, Duration.ofMillis(50));
                case "/header" -> {
                    byte[] body =
                            exchange.getRequestHeaders()
                                    .getFirst("authorization")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("X-RateLimit-Remaining", "3");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /** Sends without end, or until the client goes. */
    private void endless(HttpExchange exchange, int bytes, Duration wait) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = new byte[bytes];
        try (OutputStream out = exchange.getResponseBody()) {
            while (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                out.write(part);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    @Test
    void answer_isGivenWithItsHeadersInLowerCase() {
        Reply reply =
                client.ask(new Ask.Get(address("/header"), Map.of("authorization", "Bearer t")));
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        var answer = ((Reply.Answered) reply).answer();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-ratelimit-remaining")).contains("3");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Bearer t");
    }

    @Test
    void redirect_isNotFollowed() {
        Reply reply = client.ask(new Ask.Get(address("/redirect")));
        assertThat(((Reply.Answered) reply).answer().status()).isEqualTo(302);
        assertThat(inside).hasValue(0);
    }

    @Test
    void answer_withoutEnd_isCutOff() throws IOException {
        try (var small =
                new WebClient(
                        HostGuard.ofThisMachine(Set.of("localhost")),
                        Duration.ofSeconds(30),
                        MOST)) {
            assertThat(small.ask(new Ask.Get(address("/huge"))))
                    .isEqualTo(new Reply.Failed("sent more than 1048576 bytes"));
        }
    }

    @Test
    void answer_thatDrips_isGivenUp() throws IOException {
        try (var hasty =
                new WebClient(
                        HostGuard.ofThisMachine(Set.of("localhost")),
                        Duration.ofSeconds(1),
                        MOST)) {
            assertThat(hasty.ask(new Ask.Get(address("/drip"))))
                    .isEqualTo(new Reply.Failed("did not answer within 1 s"));
        }
    }

    @Test
    void hostInside_isRefused() throws IOException {
        HostGuard.Lookup inside = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        try (var guarded = new WebClient(new HostGuard(Set.of(), inside))) {
            assertThat(guarded.ask(new Ask.Get(URI.create("https://metadata.example/latest"))))
                    .isEqualTo(new Reply.Refused("leads to an address that is not public"));
            assertThat(guarded.ask(new Ask.Get(URI.create("http://public.example/"))))
                    .isInstanceOf(Reply.Refused.class);
            assertThat(
                            guarded.ask(
                                    new Ask.Listen(
                                            URI.create("wss://stream.example/"),
                                            Map.of(),
                                            Duration.ofSeconds(1),
                                            message -> true)))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void ask_asText_holdsNoHeaderAndNoParameter() {
        Ask ask =
                new Ask.Get(
                        URI.create("https://x.example/a?q=b"), Map.of("authorization", "secret"));
        assertThat(ask).hasToString("GET x.example/a");
    }
}
