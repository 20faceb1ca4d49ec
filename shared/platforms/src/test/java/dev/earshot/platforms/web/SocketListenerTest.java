package dev.earshot.platforms.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.core.net.HostGuard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Listening to a real WebSocket on this machine that does what servers do. */
@Timeout(120)
final class SocketListenerTest {
    private static final int MOST = 4_000;

    private static Reply listen(String address, Duration longest) throws IOException {
        try (var client =
                new WebClient(
                        HostGuard.ofThisMachine(Set.of("localhost")), WebClient.TOTAL, MOST)) {
            return client.ask(
                    new Ask.Listen(
                            URI.create(address + "/log?cursor=7"),
                            Map.of(),
                            longest,
                            message -> message.equals("last")));
        }
    }

    private static Reply listen(SocketServer.Script script) throws Exception {
        try (var server = new SocketServer(script)) {
            return listen(server.address(), Duration.ofSeconds(60));
        }
    }

    private static void assertHeard(Reply reply, Map<String, String> headers, String lines) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        Answer answer = ((Reply.Answered) reply).answer();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(lines);
        assertThat(answer.headers()).isEqualTo(headers);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void messages_areLinesUpToTheLast() throws Exception {
        Reply reply =
                listen(
                        (line, path) -> {
                            line.send("one\nof \u00e9");
                            line.ping();
                            line.send("last");
                            line.send("too late");
                        });
        assertHeard(reply, Map.of(), "one of \u00e9\nlast\n");
    }

    @Test
    void connection_thatBreaksOffInAMessage_keepsWhatWasWhole() throws Exception {
        Reply reply =
                listen(
                        (line, path) -> {
                            line.send("one");
                            line.begin("tw");
                            line.drop();
                        });
        assertHeard(reply, Map.of(Ask.Listen.CUT, "broke off"), "one\n");
    }

    @Test
    void connection_thatBringsNothingBeforeItBreaks_isAFailure() throws Exception {
        assertThat(listen((line, path) -> line.drop())).isEqualTo(new Reply.Failed("broke off"));
        assertThat(listen((line, path) -> line.close(1011)))
                .isEqualTo(new Reply.Failed("closed the connection with code 1011"));
    }

    @Test
    void connection_thatIsClosed_saysItsCode() throws Exception {
        Reply reply =
                listen(
                        (line, path) -> {
                            line.send("one");
                            line.close(1008);
                        });
        assertHeard(reply, Map.of(Ask.Listen.CUT, "closed the connection with code 1008"), "one\n");
    }

    @Test
    void message_thatIsTooLong_isAnEmptyLine() throws Exception {
        Reply reply =
                listen(
                        (line, path) -> {
                            line.send("one");
                            line.send("x".repeat(5 << 20));
                            line.send("last");
                        });
        assertHeard(reply, Map.of(), "one\n\nlast\n");
    }

    @Test
    void stream_withoutEnd_isCutAtWholeMessages() throws Exception {
        String message = "m".repeat(999);
        Reply reply =
                listen(
                        (line, path) -> {
                            while (line.send(message)) {
                                Thread.onSpinWait();
                            }
                        });
        assertHeard(reply, Map.of(), (message + "\n").repeat(4));
    }

    @Test
    void silence_endsWhenTheTimeIsOver() throws Exception {
        var over = new CountDownLatch(1);
        try (var server =
                new SocketServer(
                        (line, path) -> {
                            line.send("one");
                            over.await();
                        })) {
            assertHeard(listen(server.address(), Duration.ofSeconds(3)), Map.of(), "one\n");
            assertThat(server.asked()).containsExactly("/log?cursor=7");
        } finally {
            over.countDown();
        }
    }

    @Test
    void server_thatRefuses_isAnsweredWithItsStatusAndHeaders() throws IOException {
        HttpServer refusing =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("Retry-After", "30");
                        exchange.sendResponseHeaders(503, -1);
                    }
                });
        refusing.start();
        try {
            Reply reply =
                    listen(
                            "ws://localhost:" + refusing.getAddress().getPort(),
                            Duration.ofSeconds(20));
            Answer answer = ((Reply.Answered) reply).answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).contains("30");
        } finally {
            refusing.stop(0);
        }
    }
}
