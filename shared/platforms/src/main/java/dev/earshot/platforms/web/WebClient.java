package dev.earshot.platforms.web;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.collect.feed.Web;
import dev.earshot.core.net.AddressRule;
import dev.earshot.core.net.HostGuard;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

/**
 * Asks platforms over HTTPS. Follows no redirect, keeps no cookie, connects only where {@link
 * HostGuard} says, reads at most {@link #MAX_BYTES} and waits at most {@link #TOTAL}. Thread-safe.
 */
public final class WebClient implements Web, AutoCloseable {
    /** Longest answer that is read: a page of any platform is far smaller. */
    public static final int MAX_BYTES = 16 << 20;

    /** Longest that one request takes, however slowly the answer drips. */
    public static final Duration TOTAL = Duration.ofSeconds(20);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(15);
    private static final int MAX_LINE = 16_384;
    private static final int MAX_HEADERS = 200;

    private final HostGuard guard;
    private final Duration total;
    private final int maxBytes;
    private final CloseableHttpClient http;
    private final SocketListener sockets;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("collect-deadlines").factory());

    public WebClient(HostGuard guard) {
        this(guard, TOTAL, MAX_BYTES);
    }

    WebClient(HostGuard guard, Duration total, int maxBytes) {
        this.guard = guard;
        this.total = total;
        this.maxBytes = maxBytes;
        this.sockets = new SocketListener(guard, maxBytes);
        this.http =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(new Guarded(guard))
                                        .setConnectionFactory(
                                                ManagedHttpClientConnectionFactory.builder()
                                                        .http1Config(
                                                                Http1Config.custom()
                                                                        .setMaxLineLength(MAX_LINE)
                                                                        .setMaxHeaderCount(
                                                                                MAX_HEADERS)
                                                                        .build())
                                                        .build())
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(CONNECT)
                                                        .setSocketTimeout(SILENCE)
                                                        .build())
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Earshot-Collect/1")
                        .build();
    }

    /** Finds names by the guard alone. */
    private record Guarded(HostGuard guard) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return guard.addresses(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public Reply ask(Ask ask) {
        return switch (ask) {
            case Ask.Listen listen -> sockets.listen(listen);
            case Ask.Get get -> send(new HttpGet(get.uri()), get);
            case Ask.Post post -> {
                HttpPost request = new HttpPost(post.uri());
                request.setEntity(new StringEntity(post.body(), StandardCharsets.UTF_8));
                yield send(request, post);
            }
        };
    }

    private Reply send(HttpUriRequestBase request, Ask ask) {
        Optional<String> refusal = guard.refusal(ask.uri());
        if (refusal.isPresent()) {
            return new Reply.Refused(refusal.get());
        }
        ask.headers().forEach(request::setHeader);
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, total.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, response -> answer(request, response));
        } catch (AddressRule.InsideException e) {
            return new Reply.Refused("leads to an address that is not public");
        } catch (IOException e) {
            return new Reply.Failed(
                    request.isCancelled()
                            ? "did not answer within " + total.toSeconds() + " s"
                            : reason(e));
        } catch (RuntimeException e) {
            // An address that this client can't make a request of, such as a port out of range.
            return new Reply.Refused("can't be asked: " + e.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private Reply answer(HttpUriRequestBase request, ClassicHttpResponse response)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = new byte[0];
        if (response.getEntity() != null) {
            try (InputStream in = response.getEntity().getContent()) {
                body = in.readNBytes(maxBytes + 1);
                if (body.length > maxBytes) {
                    request.abort();
                    return new Reply.Failed("sent more than " + maxBytes + " bytes");
                }
            }
        }
        return new Reply.Answered(new Answer(response.getCode(), headers, body));
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException e -> "can't be found: its host has no address";
            case SSLException e -> "has no valid certificate, or no TLS";
            case java.net.SocketTimeoutException e -> "did not answer in time";
            case java.net.ConnectException e -> "does not take connections";
            default -> "broke off: " + failure.getClass().getSimpleName();
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        sockets.close();
        http.close();
    }
}
