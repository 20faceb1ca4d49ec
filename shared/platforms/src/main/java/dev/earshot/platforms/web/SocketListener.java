package dev.earshot.platforms.web;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.core.net.HostGuard;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Listens to a WebSocket for a while. What is heard before it breaks off counts; a stream that
 * sends more than is taken is closed where that is reached, at the end of a message, and a message
 * that is too long is let pass. Thread-safe.
 */
final class SocketListener implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HostGuard guard;
    private final int maxChars;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * @param maxChars most that is taken of a stream; a message may have a quarter of it
     */
    SocketListener(HostGuard guard, int maxChars) {
        this.guard = guard;
        this.maxChars = maxChars;
    }

    Reply listen(Ask.Listen ask) {
        // The same rule as for HTTP; only fixed hosts are listened to, none that a source names.
        URI asHttp = URI.create("http" + ask.uri().toString().substring(2));
        Optional<String> refusal = guard.refusalNow(asHttp);
        if (refusal.isPresent()) {
            return new Reply.Refused(refusal.get().replace("https://", "wss://"));
        }
        var heard = new Heard(ask, maxChars);
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
                return refusal(refused.getResponse());
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
        return heard.reply();
    }

    private static Reply refusal(HttpResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
        return new Reply.Answered(new Answer(response.statusCode(), headers, new byte[0]));
    }

    /** What was heard, whole messages alone. */
    private static final class Heard implements WebSocket.Listener {
        final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final Ask.Listen ask;
        private final int maxChars;
        private final StringBuilder open = new StringBuilder();
        private final StringBuilder whole = new StringBuilder();
        private boolean tooLong;
        private boolean closed;
        private Optional<String> cut = Optional.empty();

        Heard(Ask.Listen ask, int maxChars) {
            this.ask = ask;
            this.maxChars = maxChars;
        }

        /** What counts; nothing more is heard after it. */
        synchronized Reply reply() {
            closed = true;
            if (whole.isEmpty() && cut.isPresent()) {
                return new Reply.Failed(cut.get());
            }
            return new Reply.Answered(
                    new Answer(
                            200,
                            cut.map(how -> Map.of(Ask.Listen.CUT, how)).orElse(Map.of()),
                            whole.toString().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            if (closed) {
                return null;
            }
            tooLong |= open.length() + data.length() > maxChars / 4;
            if (tooLong) {
                open.setLength(0);
            } else {
                open.append(data);
            }
            if (last && whole.length() + open.length() > maxChars) {
                return enough();
            }
            if (last) {
                String message = open.toString();
                whole.append(message.replace('\n', ' ').replace('\r', ' ')).append('\n');
                open.setLength(0);
                tooLong = false;
                if (ask.last().test(message)) {
                    return enough();
                }
            }
            socket.request(1);
            return null;
        }

        private @Nullable CompletionStage<?> enough() {
            closed = true;
            ended.complete(true);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            // The code of a connection that ended without a word (RFC 6455, section 7.1.5).
            end(status == 1006 ? "broke off" : "closed the connection with code " + status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end("broke off");
        }

        private synchronized void end(String how) {
            if (!closed) {
                cut = Optional.of(how);
            }
            ended.complete(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
