package dev.earshot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.MessageForm;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.alerts.rule.WebhookSecret;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.testkit.Posts;
import dev.earshot.trends.episode.TrendKind;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Time from the post that makes a rise until the alert is at a webhook, in the embedded cloud as
 * the template declares it: posts go to SQS, are read by the models and counted, the schedule calls
 * track-trends each minute, and deliver-alerts posts the message. In each of several workspaces a
 * brand rises from one post in five minutes to one in two seconds, each at another second of the
 * minute.
 */
final class AlertTime {
    private static final int RISING = 20;
    private static final int BUCKETS = 30 * 12;
    private static final int AT_ONCE = 25;
    private static final Duration APART = Duration.ofMillis(3_100);
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final long BETWEEN_POSTS_MILLIS = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BRAND = "fernlight";
    private static final String NAME = "Fernlight";
    private static final String HOOK = "bench";

    private final Services services;
    private final ConcurrentHashMap<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, List<Instant>> sent = new ConcurrentHashMap<>();

    /** What arrived of a workspace's first alert. */
    private record Told(Instant decided, Instant arrived, int posts) {}

    private AlertTime(Services services) {
        this.services = services;
    }

    static void print(PrintStream out) throws Exception {
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (EmbeddedCloud cloud = UpTime.start()) {
            var run = new AlertTime(services(cloud));
            receiver.createContext("/hook", run::take);
            receiver.start();
            run.learn(URI.create(url(receiver)));
            run.rise();
            run.report(out);
        } finally {
            receiver.stop(0);
        }
    }

    private static String url(HttpServer receiver) {
        return "http://localhost:" + receiver.getAddress().getPort() + "/hook";
    }

    /** With the rights of the stack's owner, which no function has. */
    private static Services services(EmbeddedCloud cloud) {
        Map<String, String> owner = new HashMap<>(cloud.environment("QueryApiFunction"));
        owner.put("AWS_ACCESS_KEY_ID", cloud.endpoints().accessKeyId());
        owner.put("AWS_SECRET_ACCESS_KEY", cloud.endpoints().secretAccessKey());
        return new Services(Settings.of(owner), InstantSource.system());
    }

    /** A day and a quarter with a post in five minutes; then the brands are registered. */
    private void learn(URI hook) {
        Instant now = Instant.now();
        for (int number = 0; number < RISING; number++) {
            WorkspaceId workspace = workspace(number);
            List<PostChange> changes = new ArrayList<>();
            for (int bucket = BUCKETS; bucket > 0; bucket--) {
                Instant at = now.minus(Duration.ofMinutes(5L * bucket));
                changes.add(new PostChange.Store(post(workspace, bucket, at)));
            }
            for (int i = 0; i < changes.size(); i += AT_ONCE) {
                services.analysisStore()
                        .commit(
                                workspace,
                                changes.subList(i, Math.min(changes.size(), i + AT_ONCE)));
            }
            tellAt(workspace, hook, now);
        }
        for (int number = 0; number < RISING; number++) {
            services.brandStore().put(workspace(number), Brand.named(BRAND, NAME));
        }
    }

    private void tellAt(WorkspaceId workspace, URI hook, Instant now) {
        var secret = WebhookSecret.of(new byte[32]);
        services.alertSettings()
                .put(
                        workspace,
                        new Webhook(
                                HOOK,
                                hook,
                                MessageForm.JSON,
                                List.of(secret),
                                Optional.empty(),
                                now));
        services.alertSettings()
                .put(
                        workspace,
                        new AlertRule(
                                "bench",
                                Optional.empty(),
                                Set.of(TrendKind.MENTIONS),
                                Threshold.ANY,
                                Optional.empty(),
                                Again.IF_DOUBLED,
                                false,
                                List.of(new Recipient.ToWebhook(HOOK)),
                                Optional.empty(),
                                now));
    }

    private static PostAnalysis post(WorkspaceId workspace, int number, Instant at) {
        return Posts.sighted(
                Posts.post("past-" + number).in(workspace).at(at).about(BRAND).analysis(),
                at.plusSeconds(1),
                Optional.of(Author.of(Posts.author(number))),
                Engagement.UNKNOWN);
    }

    /** Each rising brand begins a little later than the one before, and is told at last. */
    private void rise() throws Exception {
        // The schedule has called by then and learned from what was counted before.
        Instant begin = Instant.now().plus(Duration.ofSeconds(75));
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
            List<ScheduledFuture<?>> senders = new ArrayList<>();
            for (int each = 0; each < RISING; each++) {
                int number = each;
                Instant first = begin.plus(APART.multipliedBy(number));
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

    private void send(int number) {
        String workspace = workspace(number).value();
        if (told.containsKey(workspace)) {
            return;
        }
        List<Instant> times = sent.computeIfAbsent(workspace, team -> new ArrayList<>());
        Instant now = Instant.now();
        times.add(now);
        String body =
                String.format(
                        Locale.ROOT,
                        "{\"id\":\"%s-%d\",\"platform\":\"x\",\"createdAt\":\"%s\","
                                + "\"text\":\"%s charged me twice today, and nobody answers %d\","
                                + "\"author\":{\"id\":\"%d\"}}",
                        workspace,
                        times.size(),
                        now,
                        NAME,
                        times.size(),
                        times.size());
        services.postQueue().send(workspace(number), Optional.empty(), body);
    }

    private void take(HttpExchange exchange) throws IOException {
        Instant arrived = Instant.now();
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        if (body.path("type").asText().equals("episode.open")) {
            told.putIfAbsent(
                    body.at("/data/workspace").asText(),
                    new Told(
                            Instant.parse(body.path("timestamp").asText()),
                            arrived,
                            observed(body.at("/data/facts/observed").asText())));
        }
    }

    /** As a message writes a number of posts. */
    private static int observed(String posts) {
        return (int) Double.parseDouble(posts);
    }

    private void report(PrintStream out) {
        List<double[]> parts = new ArrayList<>();
        told.forEach(
                (workspace, alert) -> {
                    List<Instant> posts = sent.getOrDefault(workspace, List.of());
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
                "Post sent to alert delivered, %d of %d rises told%n",
                parts.size(),
                RISING);
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

    private static WorkspaceId workspace(int number) {
        return new WorkspaceId("team-" + number);
    }
}
