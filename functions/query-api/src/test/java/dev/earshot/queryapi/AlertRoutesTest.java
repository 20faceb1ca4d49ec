package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.core.brand.Brand;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class AlertRoutesTest {
    private static final String RULE =
            "{\"brand\":\"acme\",\"kinds\":[\"mentions\"],\"threshold\":\"twice the usual and at"
                    + " least 20 posts\",\"quietHours\":{\"zone\":\"Europe/Berlin\",\"windows\":"
                    + "[{\"days\":[\"monday\"],\"from\":\"22:00\",\"to\":\"07:00\"}]},\"again\":"
                    + "{\"ifDoubled\":false,\"afterHours\":24},\"tellEnd\":false,\"recipients\":"
                    + "[\"email\",\"webhook:ops\"],\"team\":\"care\"}";

    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    private World.Reply put(String path, String body) {
        return world.ask("PUT", path).body(body).send();
    }

    private World.Reply webhook() {
        return put("/v1/alerts/webhooks/ops", "{\"url\":\"https://hooks.example/x\"}");
    }

    @Test
    void rule_withEverything_isReadAsItWasPut() {
        webhook();
        World.Reply made = put("/v1/alerts/rules/night", RULE);

        assertThat(made.status()).isEqualTo(201);
        assertThat(put("/v1/alerts/rules/night", RULE).status()).isEqualTo(200);
        World.Reply read = world.get("/v1/alerts/rules/night").send();
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.text("threshold")).isEqualTo("twice the usual and at least 20 posts");
        assertThat(read.text("quietHours.windows.0.from")).isEqualTo("22:00");
        assertThat(read.text("again.afterHours")).isEqualTo("24");
        assertThat(read.text("since")).isEqualTo(World.NOW.toString());
        assertThat(world.get("/v1/alerts/rules").send().list("rules")).hasSize(1);
        assertThat(world.ask("DELETE", "/v1/alerts/rules/night").send().status()).isEqualTo(204);
        assertThat(world.get("/v1/alerts/rules/night").send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'brand':'gone' | brand | brand must be registered, got 'gone'",
                "'kinds':['noise'] | kinds | kinds must be of mentions, ",
                "'threshold':'a lot' | threshold | must read like 'twice the usual",
                "'threshold':'0.2 times the usual' | threshold | 1 to 1000 times the usual",
                "'quietHours':{'zone':'Mars/Base','windows':[{'from':'1:00','to':'2:00'}]} |"
                        + " quietHours.zone | must be an IANA zone such as Europe/Berlin",
                "'quietHours':{'zone':'UTC','windows':[{'from':'25:00','to':'02:00'}]} | from | must"
                        + " be a time such as 22:00, got '25:00'",
                "'quietHours':{'zone':'UTC','windows':[]} | quietHours.windows | must hold 1 to 14",
                "'again':{'afterHours':0} | again.afterHours | must be 1 to 168, got 0",
                "'recipients':['pigeon'] | recipients | must be webhook:<id>, email or events",
                "'recipients':['webhook:none'] | recipients | PUT /v1/alerts/webhooks/none first",
                "'recipients':[] | recipients | must name 1 to 20 recipients",
                "'colour':'red' | colour | field 'colour' is not known here",
            })
    void rule_thatCannotBe_getsAClearAnswer(String fields, String parameter, String says) {
        String body = "{" + fields.replace('\'', '"');
        World.Reply reply =
                put(
                        "/v1/alerts/rules/r",
                        body
                                + (body.contains("recipients")
                                        ? "}"
                                        : ",\"recipients\":[\"email\"]}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo(parameter);
        assertThat(reply.text("detail")).contains(says);
        assertThat(world.alertSettings.rules(World.ACME)).isEmpty();
    }

    @Test
    void webhook_secret_isShownOnceAndRotates() {
        World.Reply made = webhook();
        String secret = made.text("secret");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("cache-control")).contains("no-store");
        assertThat(secret).startsWith("whsec_");
        assertThat(world.get("/v1/alerts/webhooks/ops").send().body()).doesNotContain("whsec_");
        assertThat(world.get("/v1/alerts/webhooks").send().body()).doesNotContain("whsec_");
        assertThat(webhook().body()).doesNotContain("whsec_");
        World.Reply rotated = world.ask("POST", "/v1/alerts/webhooks/ops/rotate").send();
        assertThat(rotated.text("secret")).startsWith("whsec_");
        assertThat(rotated.text("formerSecretUntil"))
                .isEqualTo(World.NOW.plus(Webhook.ROTATION).toString());
        assertThat(world.alertSettings.webhook(World.ACME, "ops").orElseThrow().secrets())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example/, must begin with https://",
        "https://inside.example/, its host is inside a network",
        "https://169.254.169.254/latest/meta-data/, its host is inside a network",
        "https://[::1]/, its host is inside a network",
        "https://2130706433/, its host is inside a network",
        "https://lost.example/, its name has no address",
        "https://user:pw@hooks.example/, must hold no user",
        "hooks.example, must be an absolute https address",
        "https://, must be an absolute https address",
    })
    void webhook_thatMayNotBeCalled_getsAClearAnswer(String url, String says) {
        World.Reply reply = put("/v1/alerts/webhooks/ops", "{\"url\":\"" + url + "\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo("url");
        assertThat(reply.text("detail")).contains(says);
    }

    @Test
    void webhook_thatARuleNames_isNotDeleted() {
        webhook();
        put("/v1/alerts/rules/night", RULE);
        World.Reply reply = world.ask("DELETE", "/v1/alerts/webhooks/ops").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).contains("a recipient of night; change these rules first");
        world.ask("DELETE", "/v1/alerts/rules/night").send();
        assertThat(world.ask("DELETE", "/v1/alerts/webhooks/ops").send().status()).isEqualTo(204);
    }

    @Test
    void silence_needsAnOwnerAReasonAndAnEnd() {
        String until = World.NOW.plusSeconds(3_600).toString();
        String body = "{\"owner\":\"Ann\",\"reason\":\"a sale\",\"until\":\"" + until + "\"}";

        assertThat(put("/v1/alerts/silences/s", "{\"reason\":\"x\"}").text("parameter"))
                .isEqualTo("until");
        assertThat(
                        put("/v1/alerts/silences/s", body.replace("\"reason\":\"a sale\",", ""))
                                .text("parameter"))
                .isEqualTo("reason");
        assertThat(put("/v1/alerts/silences/s", body.replace("2026", "2025")).text("detail"))
                .contains("until must lie ahead");
        assertThat(put("/v1/alerts/silences/s", body).status()).isEqualTo(201);
        assertThat(world.ask("DELETE", "/v1/alerts/silences/s").send().status()).isEqualTo(204);
        assertThat(world.get("/v1/alerts/silences").send().text("silences.0.until"))
                .isEqualTo(World.NOW.toString());
    }

    @Test
    void preview_ofARule_listsWhatItWouldHaveTold() {
        EpisodeChange open = Episodes.open("acme", 30, 10);
        EpisodeChange grew = Episodes.next(open, EpisodeState.GREW, 70, Duration.ofMinutes(20));
        EpisodeChange other = Episodes.open("zenith", 90, 10);
        world.episodes.add(List.of(open, grew, other));
        String range =
                ",\"from\":\""
                        + Episodes.NOON.minusSeconds(60)
                        + "\",\"to\":\""
                        + Episodes.NOON.plusSeconds(7_200)
                        + "\"}";
        String rule = "\"brand\":\"acme\",\"recipients\":[\"email\"]";

        World.Reply reply = preview("{\"rule\":{" + rule + "}" + range);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("count")).isEqualTo("2");
        assertThat(reply.text("alerts.0.type")).isEqualTo("episode.open");
        assertThat(reply.text("alerts.1.toldAt")).isEqualTo(grew.at().toString());
        World.Reply strict =
                preview("{\"rule\":{\"threshold\":\"5 times the usual\"," + rule + "}" + range);
        assertThat(strict.text("count")).isEqualTo("1");
        assertThat(
                        preview("{\"rule\":{" + rule + "},\"from\":\"2020-01-01T00:00:00Z\"}")
                                .text("detail"))
                .contains("by at most 92 days");
        assertThat(preview("{}").text("parameter")).isEqualTo("rule");
        assertThat(world.alertQueue.take()).isEmpty();
    }

    private World.Reply preview(String body) {
        return world.ask("POST", "/v1/alerts/preview").body(body).send();
    }

    private static Notice notice(int version) {
        return new Notice(
                World.ACME,
                "episode.open",
                "ep_1",
                version,
                World.NOW.plusSeconds(version),
                Optional.of("acme"),
                "acme: mentions rising",
                "Three times the usual.",
                Map.of("observed", "30"));
    }

    @Test
    void alerts_pages_areNewestFirstAndUnchangedOnesAre304() {
        for (int i = 1; i <= 3; i++) {
            world.outbox.put(new Alert(notice(i), Optional.empty()));
        }
        World.Reply first = world.get("/v1/alerts").query("limit", "2").send();

        assertThat(first.text("items.0.version")).isEqualTo("3");
        World.Reply rest =
                world.get("/v1/alerts")
                        .query("limit", "2")
                        .query("cursor", first.text("next"))
                        .send();
        assertThat(rest.list("items")).hasSize(1);
        assertThat(
                        world.get("/v1/alerts")
                                .query("limit", "2")
                                .header("if-none-match", first.header("etag").orElseThrow())
                                .send()
                                .status())
                .isEqualTo(304);
        assertThat(world.get("/v1/alerts").query("cursor", "abc").send().status()).isEqualTo(400);
        assertThat(world.get("/v1/alerts").as(World.RIVAL, "read").send().list("items")).isEmpty();
    }

    @Test
    void replay_ofWhatFailed_isBegunAgainWithTheSameId() {
        Notice notice = notice(1);
        world.outbox.put(new Alert(notice, Optional.empty()));
        Delivery delivery =
                Delivery.begun(
                        World.ACME,
                        notice.id(),
                        new Recipient.ToWebhook("ops"),
                        Optional.empty(),
                        World.NOW);
        world.outbox.begin(delivery);
        Outbox.Claim claim =
                world.outbox.claim(Work.attempt(delivery), Duration.ofSeconds(1)).orElseThrow();
        world.outbox.finish(
                claim, delivery.after(new Answer.Gone(), World.NOW, Duration.ofMillis(8)));
        String path = "/v1/alerts/" + notice.id();

        assertThat(world.get(path + "/deliveries").send().text("deliveries.0.log.0.outcome"))
                .contains("status 410");
        World.Reply replay = world.ask("POST", path + "/replay").send();
        assertThat(replay.status()).isEqualTo(202);
        assertThat(replay.text("replayed.0")).isEqualTo("webhook:ops");
        assertThat(world.alertQueue.take())
                .singleElement()
                .extracting(Work::subject)
                .isEqualTo(notice.id());
        assertThat(world.get(path + "/deliveries").send().text("deliveries.0.state"))
                .isEqualTo("waiting");
        assertThat(
                        world.ask("POST", path + "/replay")
                                .body("{\"recipient\":\"email\"}")
                                .send()
                                .text("detail"))
                .contains("recipient must be one of the alert's deliveries");
        assertThat(world.ask("POST", "/v1/alerts/al_0/replay").send().status()).isEqualTo(404);
    }
}
