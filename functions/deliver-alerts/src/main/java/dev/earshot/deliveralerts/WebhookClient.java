package dev.earshot.deliveralerts;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.core.net.AddressRule;
import dev.earshot.core.net.HostGuard;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

/**
 * Posts to strangers' servers. Follows no redirect, keeps no cookie and no connection, connects
 * only where {@link HostGuard} says, reads nothing of an answer but its head, and waits at most
 * {@link #TOTAL} for it. Thread-safe.
 */
final class WebhookClient implements AutoCloseable {
    /** Longest that one attempt takes, however slowly the receiver drips. */
    static final Duration TOTAL = Duration.ofSeconds(12);

    private static final Timeout CONNECT = Timeout.ofSeconds(4);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final int MAX_LINE = 8_192;
    private static final int MAX_HEADERS = 100;

    private final HostGuard guard;
    private final InstantSource clock;
    private final Duration total;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    WebhookClient(HostGuard guard, InstantSource clock) {
        this(guard, clock, TOTAL);
    }

    WebhookClient(HostGuard guard, InstantSource clock, Duration total) {
        this.guard = guard;
        this.clock = clock;
        this.total = total;
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
                                        .setMaxConnTotal(100)
                                        .setMaxConnPerRoute(100)
                                        .build())
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Earshot-Webhooks/1")
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

    /** Makes one attempt. */
    Answer post(URI address, Map<String, String> headers, String body) {
        Optional<String> refusal = guard.refusal(address);
        if (refusal.isPresent()) {
            return new Answer.Impossible("its address " + refusal.get());
        }
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, total.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = http.executeOpen(null, request, null);
            Answer answer = answer(response);
            end(request, response);
            return answer;
        } catch (AddressRule.InsideException e) {
            return new Answer.Impossible("its host leads to an address that is not public");
        } catch (IOException e) {
            return new Answer.NotTaken(
                    request.isCancelled()
                            ? "no answer within " + total.toSeconds() + " s"
                            : reason(e),
                    Optional.empty());
        } catch (RuntimeException e) {
            // An address that this client can't make a request of, such as a port out of range.
            return new Answer.NotTaken(
                    "no request could be made: " + e.getClass().getSimpleName(), Optional.empty());
        } finally {
            deadline.cancel(false);
        }
    }

    /** Ends the connection; nothing of the answer's body is ever read, however long it is. */
    private static void end(HttpPost request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // The answer is known; how the connection ends changes nothing.
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException e -> "its host has no address";
            case SSLException e -> "no secure connection: its certificate or its TLS is not valid";
            case java.net.SocketTimeoutException e -> "no answer in time";
            case java.net.ConnectException e -> "no connection";
            default -> "the connection broke: " + failure.getClass().getSimpleName();
        };
    }

    private Answer answer(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status / 100 == 2) {
            return new Answer.Taken(status);
        }
        if (status == 410) {
            return new Answer.Gone();
        }
        String why =
                "status "
                        + status
                        + (status / 100 == 3 ? " is no success, and no redirect is followed" : "");
        return new Answer.NotTaken(
                why,
                Optional.ofNullable(response.getFirstHeader("retry-after")).flatMap(this::wait));
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); anything else is not heeded. */
    private Optional<Duration> wait(Header retryAfter) {
        String value = retryAfter.getValue().strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var time = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), time.toInstant());
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
