package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.core.brand.Brand;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class SourceRoutesTest {
    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    private World.Reply put(String id, String body) {
        return world.ask("PUT", "/v1/sources/" + id).body(body).send();
    }

    @Test
    void source_put_showsTheQueriesThatAreMadeOfItsBrand() {
        World.Reply made = put("x", "{\"kind\":\"x-search\",\"brands\":[\"acme\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.list("queries")).isEqualTo(List.of("(\"Acme\") -is:retweet"));
        assertThat(made.text("queriesMade")).isEqualTo("true");
        assertThat(made.text("credential")).isEqualTo("x");
        assertThat(made.text("intervalMinutes")).isEqualTo("60");
        assertThat(made.text("state.failures")).isEqualTo("0");
        assertThat(
                        put(
                                        "x",
                                        "{\"kind\":\"x-search\",\"brands\":[\"acme\"],\"queries\":[\"acme\"]}")
                                .status())
                .isEqualTo(200);
        assertThat(world.get("/v1/sources").send().list("sources")).hasSize(1);
        assertThat(world.get("/v1/sources").as(World.RIVAL, "read").send().list("sources"))
                .isEmpty();
    }

    @Test
    void source_collected_tellsHowFarItIs() {
        put(
                "f",
                "{\"kind\":\"feed\",\"brands\":[\"acme\"],\"targets\":[\"https://news.example/rss\"]}");
        Instant before = World.NOW.minusSeconds(90);
        world.sources.lease(World.ACME, "f", "h", before, before.plusSeconds(60));
        world.sources.release(
                World.ACME,
                "f",
                "h",
                new SourceStatus(
                        World.NOW.plusSeconds(30),
                        Optional.of(before),
                        Optional.of(before),
                        LocalDate.ofInstant(World.NOW, ZoneOffset.UTC),
                        3,
                        40,
                        12,
                        1,
                        Optional.of(97L),
                        Optional.of(40),
                        2,
                        Optional.of("the platform broke off"),
                        List.of(new Gap(before.minusSeconds(60), before, "the list is short"))));
        World.Reply told = world.get("/v1/sources/f").send();
        assertThat(told.text("state.lagSeconds")).isEqualTo("90");
        assertThat(told.text("state.quotaLeft")).isEqualTo("97");
        assertThat(told.text("state.quotaPercentLeft")).isEqualTo("40");
        assertThat(told.text("state.error")).isEqualTo("the platform broke off");
        assertThat(told.text("state.gaps.0.why")).isEqualTo("the list is short");
    }

    @Test
    void source_thatCannotBe_isRefusedByTheField() {
        assertThat(put("a", "{\"kind\":\"telepathy\",\"brands\":[\"acme\"]}").body())
                .contains("kind must be one of bluesky-search");
        assertThat(put("a", "{\"kind\":\"x-search\",\"brands\":[\"nobody\"]}").body())
                .contains("brands must be registered");
        assertThat(put("a", "{\"kind\":\"feed\",\"brands\":[\"acme\"]}").body())
                .contains("targets must name what a source of kind feed reads");
        assertThat(
                        put(
                                        "a",
                                        "{\"kind\":\"feed\",\"brands\":[\"acme\"],\"targets\":[\"https://inside.example/rss\"]}")
                                .body())
                .contains("must lead to a public address");
        assertThat(
                        put(
                                        "a",
                                        "{\"kind\":\"feed\",\"brands\":[\"acme\"],\"targets\":[\"http://news.example/rss\"]}")
                                .body())
                .contains("must begin with https://");
        assertThat(
                        put(
                                        "a",
                                        "{\"kind\":\"x-search\",\"brands\":[\"acme\"],\"intervalMinutes\":0}")
                                .body())
                .contains("interval must lie between");
        assertThat(
                        put(
                                        "a",
                                        "{\"kind\":\"x-search\",\"brands\":[\"acme\"],\"token\":\"s3cret\"}")
                                .body())
                .contains("token is not known here")
                .doesNotContain("s3cret");
        assertThat(world.get("/v1/sources").send().list("sources")).isEmpty();
    }

    @Test
    void source_deleted_isGone() {
        put("x", "{\"kind\":\"bluesky-jetstream\",\"brands\":[\"acme\"]}");
        assertThat(world.ask("DELETE", "/v1/sources/x").send().status()).isEqualTo(204);
        assertThat(world.ask("DELETE", "/v1/sources/x").send().status()).isEqualTo(404);
        assertThat(world.get("/v1/sources/x").send().status()).isEqualTo(404);
    }
}
