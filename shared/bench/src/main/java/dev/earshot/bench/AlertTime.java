package dev.earshot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.testkit.Posts;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Time from the post that makes a rise until the alert is at a webhook, in the embedded cloud as
 * the template declares it: posts go to SQS, are read by the models and counted, the schedule calls
 * track-trends each minute, and deliver-alerts posts the message. Of many brands that are watched,
 * some rise, each at another second of the minute, from one post in five minutes to one a second.
 */
final class AlertTime {
    private static final int BRANDS = 150;
    private static final int RISING = 20;
    private static final int BUCKETS = 15 * 12 * 2;
    private static final int AT_ONCE = 25;
    private static final Duration APART = Duration.ofMillis(3_100);
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final long BETWEEN_POSTS_MILLIS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] SYLLABLES = {"za", "ve", "ko", "ri", "lu", "da", "mo", "ti"};

    private final EmbeddedCloud cloud;
    private final HttpClient http;
    private final ConcurrentHashMap<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, List<Instant>> sent = new ConcurrentHashMap<>();

    /** What arrived of a brand's first alert. */
    private record Told(Instant decided, Instant arrived, int posts) {}

    private AlertTime(EmbeddedCloud cloud, HttpClient http) {
        this.cloud = cloud;
        this.http = http;
    }

    static void print(PrintStream out) throws Exception {
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (EmbeddedCloud cloud = UpTime.start();
                HttpClient http = HttpClient.newHttpClient()) {
            var run = new AlertTime(cloud, http);
            receiver.createContext("/hook", run::take);
            receiver.start();
            run.learn();
            run.ask("PUT", "/v1/alerts/webhooks/bench", "{\"url\":\"" + url(receiver) + "\"}");
            run.ask(
                    "PUT",
                    "/v1/alerts/rules/bench",
                    "{\"recipients\":[\"webhook:bench\"],\"kinds\":[\"mentions\"]}");
            run.rise();
            run.report(out);
        } finally {
            receiver.stop(0);
        }
    }

    private static String url(HttpServer receiver) {
        return "http://localhost:" + receiver.getAddress().getPort() + "/hook";
    }

    /** A day and a quarter with a post in five minutes of every brand; then they are registered. */
    private void learn() throws Exception {
        Map<String, String> owner = new HashMap<>(cloud.environment("QueryApiFunction"));
        owner.put("AWS_ACCESS_KEY_ID", cloud.endpoints().accessKeyId());
        owner.put("AWS_SECRET_ACCESS_KEY", cloud.endpoints().secretAccessKey());
        var services = new Services(Settings.of(owner), InstantSource.system());
        WorkspaceId workspace = services.defaultWorkspace();
        Instant now = Instant.now();
        List<PostChange> changes = new ArrayList<>();
        for (int bucket = BUCKETS; bucket > 0; bucket--) {
            Instant at = now.minus(Duration.ofMinutes(5L * bucket));
            for (int first = 0; first < BRANDS; first += AT_ONCE) {
                String[] brands =
                        IntStream.range(first, Math.min(BRANDS, first + AT_ONCE))
                                .mapToObj(AlertTime::id)
                                .toArray(String[]::new);
                changes.add(new PostChange.Store(post(workspace, bucket + "-" + first, at, brands)));
            }
        }
        for (int i = 0; i < changes.size(); i += AT_ONCE) {
            services.analysisStore()
                    .commit(
                            workspace,
                            changes.subList(i, Math.min(changes.size(), i + AT_ONCE)));
        }
        for (int brand = 0; brand < BRANDS; brand++) {
            ask("PUT", "/v1/brands/" + id(brand), "{\"name\":\"" + name(brand) + "\"}");
        }
    }

    private static PostAnalysis post(
            WorkspaceId workspace, String id, Instant at, String... brands) {
        return Posts.sighted(
                Posts.post(id)
                        .in(workspace)
                        .at(at)
                        .about(brands)
                        .analysis(),
                at.plusSeconds(1),
                Optional.of(Author.of(Posts.author(Math.floorMod(id.hashCode(), 1_000_000)))),
                Engagement.UNKNOWN);
    }

    /** Each rising brand begins a little later than the one before, and is told at last. */
    private void rise() throws Exception {
        // The schedule has called by then and learned from what was counted before.
        Instant begin = Instant.now().plus(Duration.ofSeconds(75));
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
            List<ScheduledFuture<?>> senders = new ArrayList<>();
            for (int brand = 0; brand < RISING; brand++) {
                int number = brand;
                sent.put(id(number), new ArrayList<>());
                Instant first = begin.plus(APART.multipliedBy(brand));
                senders.add(
                        clock.scheduleAtFixedRate(
                                () -> send(number),
                                Duration.between(Instant.now(), first).toMillis(),
                                BETWEEN_POSTS_MILLIS,
                                TimeUnit.MILLISECONDS));
            }
            Instant end = begin.plus(PATIENCE);
            while (told.size() < RISING && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            senders.forEach(sender -> sender.cancel(false));
        }
    }

    private void send(int brand) {
        if (told.containsKey(id(brand))) {
            return;
        }
        List<Instant> times = sent.get(id(brand));
        Instant now = Instant.now();
        times.add(now);
        String text =
                name(brand) + " charged me twice today and nobody answers, " + times.size();
        String body =
                String.format(
                        Locale.ROOT,
                        "{\"id\":\"%s-%d\",\"platform\":\"x\",\"text\":\"%s\",\"createdAt\":\"%s\","
                                + "\"author\":{\"id\":\"%d\"}}",
                        id(brand),
                        times.size(),
                        text,
                        now,
                        1_000 * brand + times.size());
        cloud.clients()
                .sqs()
                .sendMessage(
                        request ->
                                request.queueUrl(cloud.endpoints().queues().get("posts"))
                                        .messageBody(body));
    }

    private void take(HttpExchange exchange) throws IOException {
        Instant arrived = Instant.now();
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        if (body.path("type").asText().equals("episode.open")) {
            told.putIfAbsent(
                    body.at("/data/brand").asText(),
                    new Told(
                            Instant.parse(body.path("timestamp").asText()),
                            arrived,
                            observed(body.at("/data/summary").asText())));
        }
    }

    /** The summary begins with the number of posts. */
    private static int observed(String summary) {
        return Integer.parseInt(summary.substring(0, summary.indexOf(' ')).replace(",", ""));
    }

    private void report(PrintStream out) {
        List<double[]> parts = new ArrayList<>();
        told.forEach(
                (brand, alert) -> {
                    List<Instant> posts = sent.getOrDefault(brand, List.of());
                    if (!posts.isEmpty()) {
                        int last = Math.min(posts.size(), Math.max(1, alert.posts())) - 1;
                        Instant counted = posts.get(last);
                        parts.add(
                                new double[] {
                                    seconds(posts.getFirst(), counted),
                                    seconds(counted, alert.decided()),
                                    seconds(alert.decided(), alert.arrived()),
                                    seconds(counted, alert.arrived()),
                                    seconds(posts.getFirst(), alert.arrived())
                                });
                    }
                });
        out.printf(
                Locale.ROOT,
                "Post sent to alert delivered, %d of %d rises told, %d brands watched%n",
                parts.size(),
                RISING,
                BRANDS);
        String[] names = {
            "  first post to the last one that the alert counts",
            "  that post sent to judged: read, counted, schedule",
            "  judged to delivered",
            "  last counted post sent to alert delivered",
            "  first post of the rise sent to alert delivered"
        };
        for (int part = 0; part < names.length; part++) {
            int which = part;
            double[] sorted = parts.stream().mapToDouble(each -> each[which]).sorted().toArray();
            out.printf(
                    Locale.ROOT,
                    "%-55s p50 %5.1f s   p95 %5.1f s   longest %5.1f s%s%n",
                    names[part],
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(sorted, 1),
                    part == names.length - 1 ? " (p95 under 90 s)" : "");
        }
        out.println();
    }

    private static double quantile(double[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)];
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static String id(int brand) {
        return "brand-" + brand;
    }

    /** Names of three syllables, so that none is part of another. */
    private static String name(int brand) {
        String base = SYLLABLES[brand / 64] + SYLLABLES[brand / 8 % 8] + SYLLABLES[brand % 8];
        return base.substring(0, 1).toUpperCase(Locale.ROOT) + base.substring(1) + "xo";
    }

    private void ask(String method, String path, String body) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(cloud.endpoints().api() + path))
                                .header("x-api-key", cloud.endpoints().apiKey())
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
