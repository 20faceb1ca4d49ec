package dev.earshot.platforms.web;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.core.net.HostGuard;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Listens to a WebSocket for a while. What is heard before it breaks off counts; a stream that
 * sends more than is taken is closed where that is reached, at the end of a message. Thread-safe.
 */
final class SocketListener implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HostGuard guard;
    private final int maxBytes;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    SocketListener(HostGuard guard, int maxBytes) {
        this.guard = guard;
        this.maxBytes = maxBytes;
    }

    Reply listen(Ask.Listen ask) {
        // The same rule as for HTTP; only fixed hosts are listened to, none that a source names.
        URI asHttp = URI.create("http" + ask.uri().toString().substring(2));
        Optional<String> refusal = guard.refusalNow(asHttp);
        if (refusal.isPresent()) {
            return new Reply.Refused(refusal.get().replace("https://", "wss://"));
        }
        var heard = new Heard(ask, maxBytes);
        WebSocket socket = null;
        try {
            var builder = http.newWebSocketBuilder().connectTimeout(CONNECT);
            ask.headers().forEach(builder::header);
            socket =
                    builder.buildAsync(ask.uri(), heard)
                            .get(CONNECT.toMillis() * 2, TimeUnit.MILLISECONDS);
            heard.ended.get(ask.longest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (socket == null) {
                return new Reply.Failed("does not take connections in time");
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return new Reply.Answered(
                        new Answer(refused.getResponse().statusCode(), Map.of(), new byte[0]));
            }
            if (socket == null) {
                return new Reply.Failed("does not take connections");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Failed("was not waited for");
        } finally {
            if (socket != null) {
                socket.abort();
            }
        }
        return new Reply.Answered(new Answer(200, Map.of(), heard.lines()));
    }

    /** What was heard, whole messages alone. */
    private static final class Heard implements WebSocket.Listener {
        final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final Ask.Listen ask;
        private final int maxBytes;
        private final StringBuilder open = new StringBuilder();
        private final StringBuilder whole = new StringBuilder();
        private boolean closed;

        Heard(Ask.Listen ask, int maxBytes) {
            this.ask = ask;
            this.maxBytes = maxBytes;
        }

        synchronized byte[] lines() {
            closed = true;
            return whole.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            if (closed) {
                return null;
            }
            if (open.length() + whole.length() + data.length() > maxBytes) {
                ended.complete(true);
                closed = true;
                return null;
            }
            open.append(data);
            if (last) {
                String message = open.toString();
                open.setLength(0);
                whole.append(message.replace('\n', ' ')).append('\n');
                if (ask.last().test(message)) {
                    ended.complete(true);
                    closed = true;
                    return null;
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.complete(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
