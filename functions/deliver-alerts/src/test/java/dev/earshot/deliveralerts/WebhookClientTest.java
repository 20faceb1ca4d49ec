package dev.earshot.deliveralerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.core.net.HostGuard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What strangers' servers may do to us. */
final class WebhookClientTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z"));
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WebhookClientTest() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            int status = Integer.parseInt(path.substring(1));
            Optional.ofNullable(exchange.getRequestURI().getQuery())
                    .ifPresent(wait -> exchange.getResponseHeaders().set("retry-after", wait));
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("location", "/200");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private Answer post(String path) throws IOException {
        return post(
                URI.create("http://localhost:" + server.getAddress().getPort() + path),
                Duration.ofSeconds(30));
    }

    private static Answer post(URI address, Duration total) throws IOException {
        HostGuard trusting = HostGuard.ofThisMachine(Set.of("localhost"));
        try (var client = new WebhookClient(trusting, NOON, total)) {
            return client.post(address, Map.of("webhook-id", "al_1"), "{}");
        }
    }

    private static Optional<Duration> waitOf(Answer answer) {
        return answer instanceof Answer.NotTaken(String why, Optional<Duration> after)
                ? after
                : Optional.empty();
    }

    @Test
    void status_2xxAlone_isSuccess() throws IOException {
        assertThat(post("/200")).isEqualTo(new Answer.Taken(200));
        assertThat(post("/204")).isEqualTo(new Answer.Taken(204));
        for (int status : new int[] {400, 401, 404, 500, 502, 503}) {
            assertThat(post("/" + status))
                    .isEqualTo(new Answer.NotTaken("status " + status, Optional.empty()));
        }
        assertThat(post("/410")).isEqualTo(new Answer.Gone());
    }

    @Test
    void redirect_toAnywhere_isNotFollowed() throws IOException {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            assertThat(post("/" + status))
                    .isInstanceOf(Answer.NotTaken.class)
                    .extracting(Answer::words)
                    .asString()
                    .contains("no redirect is followed");
        }
        assertThat(calls).hasValue(5);
    }

    @Test
    void retryAfter_inSecondsOrAsADate_isHeeded() throws IOException {
        assertThat(waitOf(post("/429?120"))).contains(Duration.ofMinutes(2));
        assertThat(waitOf(post("/503?Wed,%2004%20Mar%202026%2012:05:00%20GMT")))
                .contains(Duration.ofMinutes(5));
        assertThat(waitOf(post("/429?soon"))).isEmpty();
        assertThat(waitOf(post("/429?Wed,%2004%20Mar%202025%2012:05:00%20GMT"))).isEmpty();
    }

    /** Sends what it is given, then goes on sending it as long as anybody listens. */
    private Answer postTo(String head, String endless) throws IOException {
        try (var listening = new ServerSocket(0, 8, LOOPBACK)) {
            var serving = threads.submit(() -> serveRaw(listening, head, endless));
            URI address = URI.create("http://localhost:" + listening.getLocalPort() + "/");
            Answer answer = post(address, Duration.ofMillis(700));
            serving.cancel(true);
            return answer;
        }
    }

    private static Void serveRaw(ServerSocket listening, String head, String endless)
            throws IOException {
        try (Socket socket = listening.accept();
                OutputStream out = socket.getOutputStream()) {
            socket.getInputStream().read(new byte[4_096]);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (!endless.isEmpty() && !Thread.currentThread().isInterrupted()) {
                out.write(endless.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            socket.getInputStream().read(new byte[4_096]); // until the other side goes
        }
        return null;
    }

    @Test
    void receiver_thatNeverAnswers_isGivenUp() throws IOException {
        assertThat(postTo("", ""))
                .isEqualTo(new Answer.NotTaken("no answer within 0 s", Optional.empty()));
        assertThat(postTo("HTTP/1.1 200 OK\r\n", "")).isInstanceOf(Answer.NotTaken.class);
    }

    @Test
    void receiver_withEndlessHeaders_isGivenUp() throws IOException {
        assertThat(postTo("HTTP/1.1 200 OK\r\n", "x: y\r\n")).isInstanceOf(Answer.NotTaken.class);
        assertThat(postTo("HTTP/1.1 200 OK\r\nx: ", "y")).isInstanceOf(Answer.NotTaken.class);
    }

    @Test
    void receiver_withAnEndlessBody_hasTakenIt() throws IOException {
        assertThat(postTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"))
                .isEqualTo(new Answer.Taken(200));
        assertThat(postTo("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nshort", ""))
                .isEqualTo(new Answer.Taken(200));
    }

    @Test
    void receiver_thatSpeaksSomethingElse_hasNotTakenIt() throws IOException {
        assertThat(postTo("SSH-2.0-OpenSSH_9.9\r\n", "")).isInstanceOf(Answer.NotTaken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433/",
                "https://10.1.2.3/",
                "https://localhost/"
            })
    void address_inside_isNeverConnectedTo(String address) throws IOException {
        try (var client = new WebhookClient(HostGuard.ofThisMachine(Set.of()), NOON)) {
            assertThat(client.post(URI.create(address), Map.of(), "{}"))
                    .isEqualTo(
                            new Answer.Impossible(
                                    "its host leads to an address that is not public"));
        }
    }

    @Test
    void address_withoutTls_isRefusedWhereNobodyTrustsIt() throws IOException {
        try (var client = new WebhookClient(HostGuard.ofThisMachine(Set.of()), NOON)) {
            assertThat(client.post(URI.create("http://example.com/"), Map.of(), "{}"))
                    .isEqualTo(new Answer.Impossible("its address must begin with https://"));
        }
    }

    /** The name is public when it is checked and leads inside right after. */
    @Test
    void name_thatIsRebound_isConnectedToWhereItWasChecked() throws IOException {
        var lookups = new AtomicInteger();
        HostGuard.Lookup rebinding =
                host ->
                        new InetAddress[] {
                            lookups.getAndIncrement() == 0
                                    ? InetAddress.getByName("192.0.2.1") // not public either
                                    : LOOPBACK
                        };
        try (var client = new WebhookClient(new HostGuard(Set.of(), rebinding), NOON)) {
            URI address = URI.create("https://rebind.example:" + server.getAddress().getPort());
            for (int i = 0; i < 3; i++) {
                assertThat(client.post(address, Map.of(), "{}"))
                        .isInstanceOf(Answer.Impossible.class);
            }
        }
        assertThat(lookups).hasValue(3);
        assertThat(calls).hasValue(0);
    }

    @Test
    void name_withOnePublicAndOneInnerAddress_isRefused() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("8.8.8.8");
        var guard = new HostGuard(Set.of(), host -> new InetAddress[] {open, LOOPBACK});

        assertThat(guard.refusalNow(URI.create("https://both.example/")))
                .contains("must lead to a public address; its host is inside a network");
        assertThat(
                        new HostGuard(Set.of(), host -> new InetAddress[] {open})
                                .refusalNow(URI.create("https://open.example/")))
                .isEmpty();
    }
}
