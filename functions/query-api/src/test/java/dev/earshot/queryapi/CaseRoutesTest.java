package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.text.Intent;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.testkit.Episodes;
import dev.earshot.testkit.Posts;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CaseRoutesTest {
    private final World world =
            new World()
                    .with(World.ACME, Brand.named("acme", "Acme"))
                    .with(opened("1", Intent.COMPLAINT, "acme"))
                    .with(opened("2", Intent.SAFETY_OR_LEGAL, "acme"));

    @Test
    void list_isMostUrgentFirstWithReasons() {
        World.Reply reply = world.get("/v1/cases").send();

        assertThat(reply.list("items")).hasSize(2);
        assertThat(reply.text("items.0.kind")).isEqualTo("safety_or_legal");
        assertThat(reply.text("items.0.priority.level")).isEqualTo("urgent");
        assertThat(reply.body()).contains("it speaks of safety or of the law");
        assertThat(reply.text("items.1.state")).isEqualTo("new");
        assertThat(world.get("/v1/cases").as(World.RIVAL, "read").send().list("items")).isEmpty();
    }

    @Test
    void list_pagesOfBothOrders_followEachOther() {
        for (String order : List.of("urgent", "newest")) {
            World.Reply first =
                    world.get("/v1/cases").query("order", order).query("limit", "1").send();
            World.Reply second =
                    world.get("/v1/cases")
                            .query("order", order)
                            .query("limit", "1")
                            .query("cursor", first.text("next"))
                            .send();

            assertThat(first.text("items.0.id")).isNotEqualTo(second.text("items.0.id"));
        }
        World.Reply first = world.get("/v1/cases").query("limit", "1").send();
        assertThat(
                        world.get("/v1/cases")
                                .query("kind", "complaint")
                                .query("cursor", first.text("next"))
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void list_filters_takeWhatFits() {
        assertThat(found("kind", "complaint")).hasSize(1);
        assertThat(found("priority", "urgent")).hasSize(1);
        assertThat(found("state", "open")).hasSize(2);
        assertThat(found("state", "resolved,closed")).isEmpty();
        assertThat(found("brand", "other")).isEmpty();
        assertThat(found("platform", "x")).hasSize(2);
        assertThat(found("overdue", "true")).isEmpty();
        assertThat(world.get("/v1/cases").query("state", "lost").send().body())
                .contains("waiting_for_customer", "lost");
        assertThat(world.get("/v1/cases").query("colour", "red").send().status()).isEqualTo(400);
    }

    @Test
    void list_competitorsThatAreOnlyWatched_areLeftOutUnlessAskedFor() {
        world.with(
                        World.ACME,
                        new Brand(
                                "acme",
                                "Acme",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("Globex"),
                                List.of(),
                                List.of(),
                                List.of()))
                .with(opened("3", Intent.COMPLAINT, "globex"));

        assertThat(world.get("/v1/cases").send().list("items")).hasSize(2);
        assertThat(found("brand", "globex")).hasSize(1);
    }

    @Test
    void transition_ofTwoPeopleAtOnce_isTakenFromTheFirst() {
        String tag = world.get(path("1")).send().header("etag").orElseThrow();

        World.Reply first = change("1", tag, "{\"to\":\"assigned\",\"agent\":\"Ann\"}");
        World.Reply second = change("1", tag, "{\"to\":\"closed\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("assigned");
        assertThat(first.text("agent")).isEqualTo("Ann");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("assigned to Ann");
        assertThat(
                        change(
                                        "1",
                                        first.header("etag").orElseThrow(),
                                        "{\"to\":\"resolved\",\"note\":\"sent a new one\"}")
                                .text("firstResponse.met"))
                .isEqualTo("true");
        assertThat(world.get(path("1")).send().body())
                .contains("opened with x:1", "moved to resolved", "sent a new one");
    }

    @Test
    void transition_withoutTag_isToldToSendOne() {
        World.Reply reply =
                world.ask("POST", path("1") + "/transitions").body("{\"to\":\"closed\"}").send();

        assertThat(reply.status()).isEqualTo(428);
        assertThat(reply.body()).contains("if-match");
    }

    @Test
    void transition_thatCannotBe_saysWhatCan() {
        change("1", "{\"to\":\"closed\"}");

        World.Reply reply = change("1", "{\"to\":\"resolved\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body()).contains("closed", "assigned");
        assertThat(change("1", "{\"to\":\"new\"}").text("state")).isEqualTo("new");
        assertThat(change("1", "{\"to\":\"assigned\"}").status()).isEqualTo(400);
        assertThat(change("1", "{\"team\":\"nobody\"}").body()).contains("team", "nobody");
        assertThat(change("1", "{}").status()).isEqualTo(400);
        assertThat(change("1", "{\"to\":\"new\",\"answered\":true}").status()).isEqualTo(400);
        assertThat(world.get("/v1/cases/nonsense").send().status()).isEqualTo(404);
    }

    @Test
    void transition_byAReader_isForbidden() {
        assertThat(
                        world.ask("POST", path("1") + "/transitions")
                                .as(World.ACME, "read")
                                .header("if-match", "x")
                                .body("{\"to\":\"closed\"}")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void merge_ofTwoCases_endsOneAndIsToldByBoth() {
        World.Reply reply = change("1", "{\"mergeInto\":\"" + complaint("2").value() + "\"}");

        assertThat(reply.text("state")).isEqualTo("closed");
        assertThat(reply.text("mergedInto")).isEqualTo(complaint("2").value());
        assertThat(world.get(path("2")).send().text("mergedFrom.0"))
                .isEqualTo(complaint("1").value());
        assertThat(change("2", "{\"mergeInto\":\"" + complaint("1").value() + "\"}").status())
                .isEqualTo(409);
        assertThat(change("2", "{\"mergeInto\":\"" + complaint("2").value() + "\"}").status())
                .isEqualTo(400);
    }

    @Test
    void notModified_isAnsweredForTheCaseAsItIs() {
        String tag = world.get(path("1")).send().header("etag").orElseThrow();

        assertThat(world.get(path("1")).header("if-none-match", tag).send().status())
                .isEqualTo(304);
        change("1", "{\"note\":\"seen\"}");
        assertThat(world.get(path("1")).header("if-none-match", tag).send().status())
                .isEqualTo(200);
    }

    @Test
    void removal_ofThePost_removesTheCase() {
        change("1", "{\"note\":\"called Ann\"}");
        world.posts.commit(
                World.ACME, List.of(new PostChange.Remove(Posts.post("1").id(), World.NOW)));

        assertThat(world.get(path("1")).send().status()).isEqualTo(404);
        assertThat(world.get("/v1/cases").send().list("items")).hasSize(1);
    }

    @Test
    void draft_namesTheBrandAndWarnsOfSafety() {
        World.Reply draft = world.get(path("2") + "/draft").query("voice", "formal").send();

        assertThat(draft.text("template")).isEqualTo("safety_or_legal.formal");
        assertThat(draft.text("text")).endsWith("Kind regards, Acme");
        assertThat(draft.text("warnings")).contains("colleagues in charge", "not kept");
        assertThat(world.get(path("2") + "/draft").query("voice", "loud").send().status())
                .isEqualTo(400);
    }

    @Test
    void settings_ofHoursAndTeams_areKeptAndUsed() {
        World.Reply put =
                world.ask("PUT", "/v1/settings/cases")
                        .body(
                                "{\"zone\":\"Europe/Berlin\",\"week\":{\"thursday\":"
                                        + "[\"09:00-12:00\",\"13:30-17:00\"]},"
                                        + "\"dates\":{\"2026-12-24\":[]},"
                                        + "\"firstResponse\":{\"urgent\":\"PT30M\"},"
                                        + "\"teams\":[{\"id\":\"care\",\"kinds\":[\"complaint\"]}]}")
                        .send();

        assertThat(put.status()).isEqualTo(200);
        assertThat(world.get("/v1/settings/cases").send().text("firstResponse.urgent"))
                .isEqualTo("PT30M");
        // Wednesday, 4 March, 6:07 in Berlin: half an hour of the next day's morning.
        assertThat(world.get(path("2")).send().text("firstResponse.due"))
                .isEqualTo("2026-03-05T08:30:00Z");
        assertThat(world.get(path("1")).send().text("team")).isEqualTo("care");
        assertThat(found("team", "care")).hasSize(1);
        assertThat(change("1", "{\"team\":\"care\",\"agent\":\"Ben\"}").text("agent"))
                .isEqualTo("Ben");
    }

    @Test
    void settings_thatMakeNoSense_areRefusedWithTheField() {
        assertThat(refused("{\"zone\":\"Europe/Atlantis\"}")).contains("zone", "Atlantis");
        assertThat(refused("{\"week\":{\"monday\":[\"09:00-17:00\"]}}")).contains("zone");
        assertThat(refused("{\"zone\":\"UTC\",\"week\":{\"monday\":[\"17:00-09:00\"]}}"))
                .contains("week.monday", "17:00-09:00");
        assertThat(refused("{\"zone\":\"UTC\",\"week\":{\"moonday\":[]}}")).contains("moonday");
        assertThat(refused("{\"firstResponse\":{\"urgent\":\"soon\"}}")).contains("PT4H", "soon");
        assertThat(refused("{\"firstResponse\":{\"urgent\":\"PT0S\"}}")).contains("PT1M");
        assertThat(refused("{\"teams\":[{\"id\":\"a\"},{\"id\":\"a\"}]}")).contains("two of 'a'");
        assertThat(refused("{\"colour\":\"red\"}")).contains("colour");
    }

    private String refused(String body) {
        World.Reply reply = world.ask("PUT", "/v1/settings/cases").body(body).send();
        assertThat(reply.status()).isEqualTo(400);
        return reply.body();
    }

    private List<?> found(String parameter, String value) {
        return world.get("/v1/cases").query(parameter, value).send().list("items");
    }

    private World.Reply change(String post, String body) {
        return change(post, world.get(path(post)).send().header("etag").orElseThrow(), body);
    }

    private World.Reply change(String post, String tag, String body) {
        return world.ask("POST", path(post) + "/transitions")
                .header("if-match", tag)
                .body(body)
                .send();
    }

    private static String path(String post) {
        return "/v1/cases/" + complaint(post);
    }

    /** The id of the case that a post begins. */
    static CaseId complaint(String post) {
        return CaseId.of(conversation(post));
    }

    /** A complaint that opens a case. */
    static PostAnalysis opened(String post) {
        return opened(post, Intent.COMPLAINT, "acme");
    }

    private static PostAnalysis opened(String post, Intent intent, String brand) {
        PostAnalysis read =
                Posts.post(post).with(Posts.wanting(intent, 0.9, true)).about(brand).analysis();
        return read.with(read.context().with(conversation(post)));
    }

    private static Conversation conversation(String post) {
        return new Conversation(
                Posts.post(post).id(), Posts.PUBLISHED, Posts.PUBLISHED.plusSeconds(90));
    }

    @Test
    void change_withRecipients_isToldOnceAndNamesNobody() {
        world.ask("PUT", "/v1/alerts/webhooks/ops").body("{\"url\":\"https://h.example/\"}").send();
        World.Reply settings =
                world.ask("PUT", "/v1/settings/cases")
                        .body("{\"recipients\":[\"webhook:ops\",\"email\"]}")
                        .send();
        assertThat(settings.list("recipients")).hasSize(2);
        String path = "/v1/cases/" + complaint("1");
        String tag = world.get(path).send().header("etag").orElseThrow();
        String body = "{\"to\":\"assigned\",\"agent\":\"Ann Miller\",\"note\":\"call 555\"}";

        for (int i = 0; i < 2; i++) {
            world.ask("POST", path + "/transitions").header("if-match", tag).body(body).send();
        }

        World.Reply alerts = world.get("/v1/alerts").send();
        assertThat(alerts.list("items")).hasSize(1);
        assertThat(alerts.text("items.0.type")).isEqualTo("case.assigned");
        assertThat(alerts.text("items.0.subject")).isEqualTo(complaint("1").value());
        assertThat(alerts.body()).doesNotContain("Ann", "555");
        assertThat(
                        world.get("/v1/alerts/" + alerts.text("items.0.id") + "/deliveries")
                                .send()
                                .list("deliveries"))
                .hasSize(2);
    }

    @Test
    void settings_recipientThatIsNone_isRefused() {
        for (String bad : List.of("webhook:nobody", "pigeon")) {
            World.Reply reply =
                    world.ask("PUT", "/v1/settings/cases")
                            .body("{\"recipients\":[\"" + bad + "\"]}")
                            .send();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text("detail")).contains(bad);
        }
    }

    @Test
    void priority_duringAnOpenEpisode_saysSo() {
        world.episodes.add(
                List.of(
                        Episodes.change(
                                "acme",
                                TrendKind.MENTIONS,
                                World.NOW.minusSeconds(3_600),
                                EpisodeState.OPEN,
                                1,
                                30,
                                10,
                                World.NOW.minusSeconds(3_600))));

        assertThat(world.get("/v1/cases").send().body())
                .contains("there is an open alert about acme");
    }
}
