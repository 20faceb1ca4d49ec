package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;

import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.lambda.Services;
import dev.earshot.testkit.Posts;
import dev.earshot.trends.series.BrandBuckets;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From stored posts to the message that a receiver verifies: the schedule calls track-trends, which
 * finds an episode, and deliver-alerts posts it.
 */
@Tag("long")
final class TrendsInCloudTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Duration HISTORY = Duration.ofHours(40);

    /** Buckets in which sixty posts come instead of two. */
    private static final int RAISED = 2;

    @Test
    void posts_thatRise_reachAWebhookByTheSchedule(@TempDir Path folder) throws Exception {
        try (var receiver = new HookReceiver();
                EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            store(cloud);
            String hook = "{\"url\":\"" + receiver.url() + "\"}";
            String secret =
                    FakeStack.ask(cloud, "PUT", "/v1/alerts/webhooks/ops", hook)
                            .path("secret")
                            .asText();
            String rule = "{\"recipients\":[\"webhook:ops\"],\"kinds\":[\"mentions\"]}";
            FakeStack.ask(cloud, "PUT", "/v1/alerts/rules/all", rule);
            inForceSince(cloud, Instant.now().minus(Duration.ofHours(1)));
            Instant known = Instant.now();
            // From now on the brand is watched: its past teaches, its present is told.
            FakeStack.ask(cloud, "PUT", "/v1/brands/acme", "{\"name\":\"Acme\"}");

            FakeStack.await("the message", () -> !receiver.received().isEmpty());

            Duration took = Duration.between(known, Instant.now());
            HookReceiver.Received message = receiver.received().element();
            new Webhook(secret).verify(message.body(), message.headers());
            JsonNode body = JSON.readTree(message.body());
            assertThat(body.path("type").asText()).isEqualTo("episode.open");
            assertThat(took).as("schedule, judging, delivery").isLessThan(Duration.ofMinutes(5));
            JsonNode episodes =
                    FakeStack.ask(cloud, "GET", "/v1/brands/acme/episodes", "").path("episodes");
            assertThat(episodes.findValuesAsText("kind")).contains("mentions");
            JsonNode points =
                    FakeStack.ask(cloud, "GET", "/v1/brands/acme/trends", "")
                            .at("/series/0/points");
            assertThat(points.findValuesAsText("alert")).contains("true");
            assertThat(FakeStack.ask(cloud, "GET", "/v1/brands/acme/topics", "").path("topics"))
                    .isEmpty();
        }
    }

    private static Services services(EmbeddedCloud cloud) {
        return new Services(FakeStack.asOwner(cloud, "QueryApiFunction"), InstantSource.system());
    }

    /** What came before a rule is history to it, and waiting for new buckets takes minutes. */
    private static void inForceSince(EmbeddedCloud cloud, Instant time) {
        AlertSettings settings = services(cloud).alertSettings();
        settings.rules(WORKSPACE).forEach(rule -> settings.put(WORKSPACE, rule.from(time)));
    }

    private static void store(EmbeddedCloud cloud) {
        Services services = services(cloud);
        Instant settled = BrandBuckets.floor(Instant.now().minus(BrandBuckets.LAG));
        Instant start = settled.minus(HISTORY);
        List<PostChange> changes = new ArrayList<>();
        int number = 0;
        for (Instant at = start; at.isBefore(settled); at = at.plus(BrandBuckets.BUCKET)) {
            boolean raised = !at.isBefore(settled.minus(BrandBuckets.BUCKET.multipliedBy(RAISED)));
            for (int i = 0; i < (raised ? 60 : 2); i++) {
                changes.add(new PostChange.Store(post(number++, at.plusSeconds(i))));
            }
        }
        for (int i = 0; i < changes.size(); i += 25) {
            services.analysisStore()
                    .commit(WORKSPACE, changes.subList(i, Math.min(changes.size(), i + 25)));
        }
    }

    private static PostAnalysis post(int number, Instant at) {
        return Posts.sighted(
                Posts.post("p" + number).in(WORKSPACE).at(at).analysis(),
                at.plusSeconds(1),
                Optional.of(Author.of(Posts.author(number))),
                Engagement.UNKNOWN);
    }
}
