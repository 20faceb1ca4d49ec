package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class InfluencerRoutesTest {
    private final World world = new World();

    @BeforeEach
    void brands() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(World.RIVAL, Brand.named("acme", "Acme"));
    }

    @Test
    void list_pages_areRankedThroughout() {
        for (int i = 0; i < 7; i++) {
            world.scored(Posts.author(i), "acme", 10 * i, i);
        }
        var ranks = new ArrayList<Object>();
        String cursor = "";
        do {
            World.Reply page =
                    world.get("/v1/influencers")
                            .query("brand", "acme")
                            .query("limit", "3")
                            .query("cursor", cursor)
                            .send();
            assertThat(page.status()).isEqualTo(200);
            page.list("influencers").forEach(place -> ranks.add(((Map<?, ?>) place).get("rank")));
            cursor = page.at("next") == null ? "" : page.text("next");
        } while (!cursor.isEmpty());

        assertThat(ranks.stream().map(Object::toString))
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void compare_authors_areInTheirOrderAndTheUnknownAreNamed() {
        world.scored(World.ANN, "acme", 60, 1_000).scored(World.BEN, "acme", 70, 10);
        String stranger = "f".repeat(32);
        World.Reply reply =
                world.get("/v1/influencers/compare")
                        .query("brand", "acme")
                        .query(
                                "authors",
                                World.ANN.pseudonym()
                                        + ","
                                        + stranger
                                        + ","
                                        + World.BEN.pseudonym())
                        .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.list("influencers"))
                .extracting(author -> String.valueOf(((Map<?, ?>) author).get("author")))
                .containsExactly(World.ANN.pseudonym(), World.BEN.pseudonym());
        assertThat(reply.at("unknown.0")).isEqualTo(stranger);
    }

    /** A third of a hundred people counts, so 50 is 1.50 each. */
    @Test
    void get_creator_hasAProfileAndWhatAPriceComesTo() {
        world.scored(World.ANN, "acme", 60, 1_000);
        World.Reply reply =
                world.get("/v1/influencers/" + World.ANN.pseudonym())
                        .query("brand", "acme")
                        .query("price", "50")
                        .send();

        assertThat(reply.text("profile.growth.1.day")).isEqualTo("2026-03-08");
        assertThat(reply.text("profile.responders.languages.1.name")).isEqualTo("other");
        assertThat(reply.text("profile.suspicious.doubted.copied")).isEqualTo("4");
        assertThat(reply.text("profile.partnerships.0.brand")).isEqualTo("zenith");
        assertThat(Double.parseDouble(reply.text("cost.each"))).isEqualTo(50 / (100 / 3.0));
        assertThat(
                        world.get("/v1/influencers/" + World.ANN.pseudonym())
                                .query("brand", "acme")
                                .send()
                                .at("cost"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1", "much", "1e9", "NaN"})
    void get_wrongPrice_isAProblemThatNamesIt(String price) {
        World.Reply reply =
                world.get("/v1/influencers/" + World.ANN.pseudonym())
                        .query("brand", "acme")
                        .query("price", price)
                        .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("price must be a number", price);
    }

    /** With halves and one and a half times the score as ends, 60 and 70 are one range. */
    @Test
    void list_scoresThatIntervalsCannotTellApart_shareTheirRanks() {
        world.scored(World.ANN, "acme", 60, 1_000)
                .scored(World.BEN, "acme", 70, 10)
                .scored(Posts.author(9), "acme", 1, 10);
        World.Reply reply = world.get("/v1/influencers").query("brand", "acme").send();

        assertThat(reply.text("influencers.0.ranks.0")).isEqualTo("1");
        assertThat(reply.text("influencers.0.ranks.1")).isEqualTo("2");
        assertThat(reply.text("influencers.1.ranks.0")).isEqualTo("1");
        assertThat(reply.text("influencers.2.ranks.0")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"''", "nobody", "'a,b,c,d,e,f'"})
    void compare_wrongAuthors_isAProblem(String authors) {
        World.Reply reply =
                world.get("/v1/influencers/compare")
                        .query("brand", "acme")
                        .query("authors", authors)
                        .send();

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void export_board_isARowForEachAuthor() {
        for (int i = 0; i < 120; i++) {
            world.scored(Posts.author(i), "acme", i % 100, i);
        }
        World.Reply reply = world.get("/v1/influencers/export").query("brand", "acme").send();

        assertThat(reply.status()).isEqualTo(200);
        List<String> rows = reply.body().lines().toList();
        assertThat(rows).hasSize(121);
        assertThat(rows.getFirst())
                .isEqualTo("rank,author,platform,followers,score,low,high,reason,as_of");
        assertThat(rows.get(1)).startsWith("1,");
    }

    @Test
    void list_filters_apply() {
        world.scored(World.ANN, "acme", 60, 1_000).scored(World.BEN, "acme", 70, 10);

        assertThat(
                        world.get("/v1/influencers")
                                .query("brand", "acme")
                                .query("minFollowers", "100")
                                .send()
                                .list("influencers"))
                .hasSize(1);
        assertThat(
                        world.get("/v1/influencers")
                                .query("brand", "acme")
                                .query("platform", "reddit")
                                .send()
                                .list("influencers"))
                .isEmpty();
        World.Reply onTopic =
                world.get("/v1/influencers").query("brand", "acme").query("topic", "#Tea").send();
        assertThat(onTopic.text("influencers.0.score")).isEqualTo("35");
        assertThat(onTopic.text("influencers.0.reason")).isEqualTo("on tea");
    }

    @ParameterizedTest
    @CsvSource({
        "brand, nobody, 404",
        "platform, myspace, 400",
        "minFollowers, -1, 400",
        "minFollowers, many, 400",
        "cursor, forged, 400",
        "limit, 0, 400",
        "order, score, 400",
    })
    void list_badParameter_isAProblem(String name, String value, int status) {
        World.Ask ask = world.get("/v1/influencers").query("brand", "acme").query(name, value);

        World.Reply reply = ask.send();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("type")).startsWith("urn:earshot:problem:");
    }

    @Test
    void cursor_ofAnotherWorkspace_doesNotOpen() {
        world.scored(World.ANN, "acme", 60, 1_000).scored(World.BEN, "acme", 70, 10);
        String next =
                world.get("/v1/influencers")
                        .query("brand", "acme")
                        .query("limit", "1")
                        .send()
                        .text("next");

        assertThat(
                        world.get("/v1/influencers")
                                .as(World.RIVAL, "read")
                                .query("brand", "acme")
                                .query("limit", "1")
                                .query("cursor", next)
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void detail_ofAnotherWorkspace_doesNotExist() {
        world.scored(World.ANN, "acme", 60, 1_000);

        assertThat(detail().as(World.RIVAL, "read").send().status()).isEqualTo(404);
    }

    @Test
    void detail_known_isTakenApart() {
        world.scored(World.ANN, "acme", 60, 1_000);
        World.Reply reply = detail().send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.list("components")).hasSize(7);
        assertThat(reply.text("components.0.evidence.0.id")).isEqualTo("17");
        assertThat(reply.text("audience")).isEqualTo("2");
        assertThat(reply.list("caveats")).isEqualTo(List.of("a caveat"));
        assertThat(reply.list("history")).hasSize(1);
    }

    @Test
    void objection_put_hidesTheScoreAtOnce() {
        world.scored(World.ANN, "acme", 60, 1_000);
        String path = "/v1/authors/" + World.ANN.pseudonym() + "/objection";

        assertThat(world.ask("PUT", path).send().status()).isEqualTo(201);
        assertThat(world.ask("PUT", path).send().status()).isEqualTo(200);
        assertThat(detail().send().status()).isEqualTo(404);
        assertThat(world.get("/v1/influencers").query("brand", "acme").send().list("influencers"))
                .isEmpty();
        assertThat(world.get(path).as(World.RIVAL, "read").send().status()).isEqualTo(404);
        assertThat(world.ask("DELETE", path).send().status()).isEqualTo(204);
        assertThat(world.ask("DELETE", path).send().status()).isEqualTo(404);
        assertThat(world.ask("PUT", "/v1/authors/ann/objection").send().status()).isEqualTo(400);
    }

    @Test
    void portfolio_overlappingAudiences_choosesOneAndNamesTheUnknown() {
        world.scored(World.ANN, "acme", 60, 1_000).scored(World.BEN, "acme", 70, 10);
        World.Reply reply =
                world.ask("POST", "/v1/influencers/portfolio")
                        .body(
                                "{\"brand\":\"acme\",\"budget\":10,\"prices\":{\""
                                        + World.ANN.pseudonym()
                                        + "\":4,\""
                                        + World.BEN.pseudonym()
                                        + "\":5,\""
                                        + Posts.author(9).pseudonym()
                                        + "\":1}}")
                        .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("chosen.0.author")).isEqualTo(World.ANN.pseudonym());
        assertThat(reply.text("reach")).isEqualTo("2");
        assertThat(reply.list("unknown")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"brand\":\"acme\",\"budget\":0,\"prices\":{}}",
                "{\"brand\":\"acme\",\"budget\":1e-400,"
                        + "\"prices\":{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":1}}",
                "{\"brand\":\"acme\",\"budget\":1,"
                        + "\"prices\":{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":1e-400}}",
                "{\"brand\":\"acme\",\"budget\":5,\"prices\":{}}",
                "{\"brand\":\"acme\",\"budget\":5,\"prices\":{\"ann\":1}}",
                "{\"brand\":\"acme\",\"budget\":5,\"prices\":{},\"more\":1}",
            })
    void portfolio_badBody_isAProblem(String body) {
        assertThat(world.ask("POST", "/v1/influencers/portfolio").body(body).send().status())
                .isEqualTo(400);
    }

    @Test
    void resolve_account_isCheckedAndNoted() {
        String body = "{\"platform\":\"x\",\"account\":\"7\",\"purpose\":\"contract\"%s}";
        World.Reply found = resolve(String.format(body, ""));
        String pseudonym = found.text("pseudonym");

        assertThat(
                        resolve(String.format(body, ",\"pseudonym\":\"" + pseudonym + "\""))
                                .at("matches"))
                .isEqualTo(true);
        assertThat(
                        resolve(
                                        String.format(
                                                body,
                                                ",\"pseudonym\":\"" + World.ANN.pseudonym() + "\""))
                                .at("matches"))
                .isEqualTo(false);
        World.Reply audit = world.get("/v1/authors/resolutions").as(World.ACME, "resolve").send();
        assertThat(audit.list("resolutions")).hasSize(3);
        assertThat(audit.text("resolutions.0.matched")).isEqualTo("false");
        assertThat(audit.text("resolutions.0.purpose")).isEqualTo("contract");
        assertThat(world.context.lines().toString()).doesNotContain(pseudonym);
    }

    @ParameterizedTest
    @CsvSource({"read write", "admin", "write"})
    void resolve_withoutItsOwnScope_isForbidden(String scopes) {
        assertThat(
                        world.ask("POST", "/v1/authors/resolve")
                                .as(World.ACME, scopes)
                                .body("{}")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    private World.Reply resolve(String body) {
        World.Reply reply =
                world.ask("POST", "/v1/authors/resolve")
                        .as(World.ACME, "resolve")
                        .body(body)
                        .send();
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private World.Ask detail() {
        return world.get("/v1/influencers/" + World.ANN.pseudonym()).query("brand", "acme");
    }
}
