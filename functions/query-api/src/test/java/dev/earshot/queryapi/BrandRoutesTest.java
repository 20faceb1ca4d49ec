package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class BrandRoutesTest {
    private final World world = new World();

    @Test
    void brand_put_isReadBackAndListed() {
        String body =
                "{\"name\":\"Acme\",\"aliases\":[\"ACME Inc.\"],\"competitors\":[\"Globex\"]}";

        World.Reply put = world.ask("PUT", "/v1/brands/acme").body(body).send();

        assertThat(put.status()).isEqualTo(201);
        assertThat(world.get("/v1/brands/acme").send().body()).isEqualTo(put.body());
        assertThat(put.text("aliases")).isEqualTo("[ACME Inc.]");
        assertThat(world.get("/v1/brands").send().text("brands.0.id")).isEqualTo("acme");
        assertThat(world.ask("PUT", "/v1/brands/acme").body(body).send().status()).isEqualTo(200);
    }

    @Test
    void brand_deleted_isGone() {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        assertThat(world.ask("DELETE", "/v1/brands/acme").send().status()).isEqualTo(204);
        assertThat(world.get("/v1/brands/acme").send().status()).isEqualTo(404);
        assertThat(world.ask("DELETE", "/v1/brands/acme").send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme | {} | name | name is missing",
                "acme | {\"name\":7} | name | got 7",
                "acme | {\"name\":\"A\",\"alias\":[]} | alias | use id, name, names",
                "acme | {\"name\":\"A\",\"aliases\":\"B\"} | aliases | got 'B'",
                "acme | {\"name\":\"A\",\"aliases\":[1]} | aliases[0] | got 1",
                "acme | {\"name\":\"A\",\"aliases\":[\"\"]} | aliases[0] | must not be blank",
                "acme | {\"name\":\"A\",\"id\":\"other\"} | id | got 'other'",
                "Acme | {\"name\":\"A\"} | brand | got 'Acme'",
                "acme | [] | body | must be an object, got an array",
                "acme | {\"name\":\"A\" | body | at column 12",
                "acme | {\"name\":\"A\",\"name\":\"B\"} | name | given twice"
            })
    void brand_unusable_isRefusedByName(String id, String body, String parameter, String detail) {
        World.Reply reply = world.ask("PUT", "/v1/brands/" + id).body(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo(parameter);
        assertThat(reply.text("detail")).contains(detail);
        assertThat(world.brands.catalogue(World.ACME).brands()).isEmpty();
    }

    @Test
    void brand_givenByNames_takesTheFirstAsItsNameAndTheRestAsAliases() {
        World.Reply reply =
                world.ask("PUT", "/v1/brands/acme")
                        .body("{\"names\":[\"Acme\",\"Acme Corp\"],\"aliases\":[\"ACM\"]}")
                        .send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("name")).isEqualTo("Acme");
        assertThat(reply.list("aliases").toString()).isEqualTo("[Acme Corp, ACM]");
    }

    @Test
    void brand_tooManyCompetitors_isRefused() {
        String names =
                IntStream.range(0, 51)
                        .mapToObj(i -> "\"c" + i + "\"")
                        .collect(Collectors.joining(","));

        World.Reply reply =
                world.ask("PUT", "/v1/brands/acme")
                        .body("{\"name\":\"A\",\"competitors\":[" + names + "]}")
                        .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).contains("at most 50, got 51");
    }

    @Test
    void brand_ofAnotherWorkspace_isNotFound() {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        for (String path : List.of("", "/posts", "/summary", "/timeline")) {
            assertThat(world.get("/v1/brands/acme" + path).as(World.RIVAL, "admin").send().status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(world.ask("DELETE", "/v1/brands/acme").as(World.RIVAL, "admin").send().status())
                .isEqualTo(404);
        assertThat(world.get("/v1/brands").as(World.RIVAL, "admin").send().list("brands"))
                .isEmpty();
        assertThat(world.get("/v1/brands/acme").send().status()).isEqualTo(200);
    }

    @Test
    void summary_ofPosts_hasSharesWithIntervals() {
        Brand acme =
                new Brand(
                        "acme",
                        "Acme",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("globex", "Initech"),
                        List.of(),
                        List.of(),
                        List.of());
        world.with(World.ACME, acme).with(World.ACME, Brand.named("globex", "Globex"));
        world.with(Posts.post("1").feeling(SentimentLabel.NEGATIVE))
                .with(Posts.post("2").feeling(SentimentLabel.POSITIVE))
                .with(Posts.post("3").about("globex"))
                .with(Posts.post("4").about("initech", "globex"));

        World.Reply reply = world.get("/v1/brands/acme/summary").send();

        assertThat(reply.text("posts")).isEqualTo("2");
        assertThat(reply.text("sentiment.negative"))
                .isEqualTo("{count=1, share=0.5, interval=[0.0546, 0.9454]}");
        assertThat(reply.text("platform.x")).startsWith("{count=2, share=1,");
        assertThat(reply.text("shareOfVoice.0"))
                .startsWith("{brand=acme, name=Acme, posts=2, share=0.4,");
        assertThat(reply.text("shareOfVoice.1"))
                .startsWith("{brand=globex, name=Globex, posts=2, share=0.4,");
        assertThat(reply.text("shareOfVoice.2"))
                .startsWith("{brand=initech, name=Initech, posts=1, share=0.2,");
        assertThat(reply.text("from")).isEqualTo("2026-02-02T05:17:00Z");
        assertThat(reply.text("to")).isEqualTo("2026-03-04T05:17:00Z");
    }

    @Test
    void summary_withoutPosts_hasNoShares() {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        World.Reply reply = world.get("/v1/brands/acme/summary").send();

        assertThat(reply.text("sentiment.negative")).isEqualTo("{count=0}");
        assertThat(reply.text("shareOfVoice.0")).isEqualTo("{brand=acme, name=Acme, posts=0}");
    }

    @Test
    void posts_aboutTwoBrands_haveTheSentimentOfEach() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(World.ACME, Brand.named("globex", "Globex"))
                .with(
                        Posts.post("1")
                                .with(Posts.readWhole("acme", "globex"))
                                .about("acme", "globex"));

        assertThat(
                        world.get("/v1/brands/acme/posts")
                                .query("sentiment", "positive")
                                .send()
                                .list("posts"))
                .hasSize(1);
        assertThat(
                        world.get("/v1/brands/globex/posts")
                                .query("sentiment", "negative")
                                .send()
                                .list("posts"))
                .hasSize(1);
        assertThat(world.get("/v1/brands/globex/summary").send().text("sentiment.positive.count"))
                .isEqualTo("0");
    }

    @Test
    void timeline_byHour_isZeroFilled() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(Posts.post("1").feeling(SentimentLabel.NEGATIVE));

        World.Reply reply =
                world.get("/v1/brands/acme/timeline")
                        .query("from", "2026-03-04T03:30:00Z")
                        .query("to", "2026-03-04T06:00:00+00:00")
                        .send();

        assertThat(reply.list("points")).hasSize(3);
        assertThat(reply.text("points.0.start")).isEqualTo("2026-03-04T03:00:00Z");
        assertThat(reply.text("points.0.posts")).isEqualTo("0");
        assertThat(reply.text("points.2.sentiment"))
                .isEqualTo("{negative=1, neutral=0, positive=0, mixed=0, abstain=0}");
    }

    @Test
    void timeline_byMinuteWithoutARange_isTheLastDay() {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        assertThat(
                        world.get("/v1/brands/acme/timeline")
                                .query("bucket", "minute")
                                .send()
                                .list("points"))
                .hasSize(24 * 60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeline | bucket | week | minute, hour or day, got 'week'",
                "timeline | from | yesterday | got 'yesterday'",
                "summary | to | 2026-13-01T00:00:00Z | got '2026-13-01",
                "summary | from | 2030-01-01 | from must be earlier than to",
                "summary | from | 1066-10-14 | between 1990 and 2100",
                "summary | form | 2020-01-01 | 'form' is not known here; use from, to",
                "posts | sentiment | angry | got 'angry'",
                "posts | limit | 0 | 1 to 100, got 0",
                "posts | limit | 101 | got 101",
                "posts | limit | many | got 'many'",
                "posts | cursor | AAAA | this very listing"
            })
    void question_unusableParameter_isNamed(
            String route, String parameter, String value, String detail) {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        World.Reply reply = world.get("/v1/brands/acme/" + route).query(parameter, value).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo(parameter);
        assertThat(reply.text("detail")).contains(detail);
    }

    @Test
    void timeline_tooManyPoints_isRefused() {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        World.Reply reply =
                world.get("/v1/brands/acme/timeline")
                        .query("bucket", "minute")
                        .query("from", "2026-03-01")
                        .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).contains("more than 2000");
    }

    @Test
    void posts_bySentiment_areThoseAlone() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(Posts.post("1").feeling(SentimentLabel.NEGATIVE))
                .with(Posts.post("2").feeling(SentimentLabel.POSITIVE));

        World.Reply reply =
                world.get("/v1/brands/acme/posts").query("sentiment", "negative").send();

        assertThat(reply.list("posts")).hasSize(1);
        assertThat(reply.text("posts.0.id")).isEqualTo("1");
        assertThat(reply.body()).doesNotContain("\"next\"");
    }

    @Test
    void posts_pagesWhileOthersArrive_giveEachOnceInOrder() {
        world.with(World.ACME, Brand.named("acme", "Acme"));
        for (int i = 0; i < 25; i++) {
            world.with(Posts.post("old" + i).at(Posts.PUBLISHED.minusSeconds(i / 3)));
        }
        List<String> seen = new ArrayList<>();
        World.Reply page = world.get("/v1/brands/acme/posts").query("limit", "4").send();
        for (int arrived = 0; ; arrived++) {
            for (int i = 0; i < page.list("posts").size(); i++) {
                seen.add(page.text("posts." + i + ".id"));
            }
            if (page.at("next") == null) {
                break;
            }
            world.with(Posts.post("new" + arrived).at(Posts.PUBLISHED.plusSeconds(1 + arrived)));
            page =
                    world.get("/v1/brands/acme/posts")
                            .query("limit", "4")
                            .query("cursor", page.text("next"))
                            .send();
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().allMatch(id -> id.startsWith("old"));
    }

    @Test
    void cursor_ofAnotherQuestion_isRefused() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(World.ACME, Brand.named("globex", "Globex"))
                .with(World.RIVAL, Brand.named("acme", "Acme"))
                .with(Posts.post("1"));
        String cursor = world.get("/v1/brands/acme/posts").query("limit", "1").send().text("next");

        assertThat(
                        List.of(
                                status(world.get("/v1/brands/globex/posts"), cursor),
                                status(
                                        world.get("/v1/brands/acme/posts")
                                                .query("sentiment", "neutral"),
                                        cursor),
                                status(
                                        world.get("/v1/brands/acme/posts")
                                                .query("from", "2026-03-01"),
                                        cursor),
                                status(
                                        world.get("/v1/brands/acme/posts").as(World.RIVAL, "admin"),
                                        cursor),
                                status(world.get("/v1/parked"), cursor)))
                .containsOnly(400);
        assertThat(status(world.get("/v1/brands/acme/posts"), cursor)).isEqualTo(200);
    }

    private static int status(World.Ask ask, String cursor) {
        return ask.query("cursor", cursor).send().status();
    }

    @Test
    void brand_moreThanAWorkspaceWatches_isRefused() {
        for (int i = 0; i < 500; i++) {
            world.with(World.ACME, Brand.named("b" + i, "Brand " + i));
        }

        World.Reply more = world.ask("PUT", "/v1/brands/acme").body("{\"name\":\"A\"}").send();

        assertThat(more.status()).isEqualTo(400);
        assertThat(more.text("detail")).contains("at most 500 brands");
        assertThat(world.ask("PUT", "/v1/brands/b7").body("{\"name\":\"A\"}").send().status())
                .isEqualTo(200);
    }

    @Test
    void brand_moreTermsThanPostsCanBeSearchedFor_isRefusedWithTheirNumber() {
        String names =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"name " + i + "\"")
                        .collect(Collectors.joining(","));
        String body = "{\"name\":\"A\",\"aliases\":[" + names + "]}";
        for (int i = 0; i < 4; i++) {
            assertThat(world.ask("PUT", "/v1/brands/b" + i).body(body).send().status())
                    .isEqualTo(201);
        }

        World.Reply fifth = world.ask("PUT", "/v1/brands/b4").body(body).send();

        assertThat(fifth.status()).isEqualTo(400);
        assertThat(fifth.text("detail")).contains("50000").contains("50005");
    }
}
