package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;

import dev.earshot.alerts.outbox.AlertRouting;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.trend.DynamoEpisodeHistory;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.lambda.Services;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An episode, from the change that is handed on to the message that a receiver verifies. */
final class AlertsInCloudTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void change_handedOn_reachesWebhookTopicAndBus(@TempDir Path folder) throws Exception {
        try (var receiver = new HookReceiver();
                EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            FakeStack.ask(cloud, "PUT", "/v1/brands/acme", "{\"name\":\"Acme\"}");
            String secret =
                    FakeStack.ask(
                                    cloud,
                                    "PUT",
                                    "/v1/alerts/webhooks/ops",
                                    "{\"url\":\"" + receiver.url() + "\"}")
                            .path("secret")
                            .asText();
            FakeStack.ask(
                    cloud,
                    "PUT",
                    "/v1/alerts/rules/all",
                    "{\"brand\":\"acme\",\"team\":\"care\",\"recipients\":[\"webhook:ops\",\"email\","
                            + "\"events\"]}");
            hand(cloud, change());
            FakeStack.await("the message", () -> !receiver.received().isEmpty());

            HookReceiver.Received message = receiver.received().element();
            new Webhook(secret).verify(message.body(), message.headers());
            JsonNode body = JSON.readTree(message.body());
            assertThat(body.path("type").asText()).isEqualTo("episode.open");
            assertThat(body.at("/data/team").asText()).isEqualTo("care");
            assertThat(message.headers().get("webhook-id"))
                    .containsExactly(body.at("/data/id").asText());
            FakeStack.await("the e-mail", () -> !cloud.published().messages().isEmpty());
            FakeStack.await("the event", () -> !cloud.published().events().isEmpty());
            assertThat(cloud.published().messages().getFirst().attributes())
                    .containsEntry("team", "care")
                    .containsEntry("kind", "mentions");
            var event = cloud.published().events().getFirst();
            assertThat(event.bus()).isEqualTo("earshot-alerts");
            assertThat(event.source()).isEqualTo("dev.earshot");
            assertThat(JSON.readTree(event.detail()).path("id").asText())
                    .isEqualTo(body.at("/data/id").asText());
            isDelivered(cloud, body.at("/data/id").asText());
            assertThat(cloud.refused()).isEmpty();
        }
    }

    private void isDelivered(EmbeddedCloud cloud, String id) throws Exception {
        assertThat(FakeStack.ask(cloud, "GET", "/v1/alerts", "").at("/items/0/id").asText())
                .isEqualTo(id);
        FakeStack.await(
                "the log",
                () ->
                        FakeStack.ask(cloud, "GET", "/v1/alerts/" + id + "/deliveries", "")
                                .findValuesAsText("state")
                                .equals(List.of("delivered", "delivered", "delivered")));
    }

    private static void hand(EmbeddedCloud cloud, EpisodeChange change) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(FakeStack.asOwner(cloud, "DeliverAlertsFunction"), clock);
        var history =
                new DynamoEpisodeHistory(
                        cloud.clients().dynamoDb(),
                        Objects.requireNonNull(cloud.endpoints().tables().get("main")),
                        Retention.STANDARD,
                        clock);
        history.add(change);
        new AlertRouting(
                        history,
                        services.alertSettings(),
                        services.outbox(),
                        new Alerts(services.outbox(), services.alertQueue(), clock),
                        clock)
                .hand(List.of(change));
    }

    private static EpisodeChange change() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        WorkspaceId workspace = new WorkspaceId("default");
        return new EpisodeChange(
                new Episode(
                        workspace,
                        "acme",
                        Episode.idOf(workspace, "acme", TrendKind.MENTIONS, "", start),
                        TrendKind.MENTIONS,
                        "",
                        start,
                        start,
                        Optional.empty(),
                        EpisodeState.OPEN,
                        30,
                        10,
                        new Episode.Ratio(3, new Interval(2, 4)),
                        1_000,
                        "more posts than usual",
                        Explanation.NONE,
                        1),
                start.plusSeconds(1));
    }
}
