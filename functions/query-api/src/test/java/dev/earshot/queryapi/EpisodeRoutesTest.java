package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class EpisodeRoutesTest {
    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    private World.Reply episodes(Instant from) {
        return world.get("/v1/brands/acme/episodes")
                .query("from", from.toString())
                .query("to", Episodes.NOON.plusSeconds(86_400).toString())
                .send();
    }

    @Test
    void episodes_ofABrand_areEachAsItsLastChangeLeftItTheLatestFirst() {
        EpisodeChange open = Episodes.open("acme", 30, 10);
        EpisodeChange over = Episodes.next(open, EpisodeState.RESOLVED, 70, Duration.ofMinutes(20));
        EpisodeChange later =
                Episodes.change(
                        "acme",
                        TrendKind.COMPLAINT_SHARE,
                        Episodes.NOON.plusSeconds(7_200),
                        EpisodeState.OPEN,
                        1,
                        9,
                        3,
                        Episodes.NOON.plusSeconds(7_500));
        world.episodes.add(List.of(open, over, later, Episodes.open("zenith", 90, 10)));

        World.Reply reply = episodes(Episodes.NOON);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.list("episodes")).hasSize(2);
        assertThat(reply.text("episodes.0.kind")).isEqualTo("complaint_share");
        assertThat(reply.text("episodes.0.state")).isEqualTo("open");
        assertThat(reply.text("episodes.1.state")).isEqualTo("resolved");
        assertThat(reply.text("episodes.1.observed")).isEqualTo("70");
        assertThat(reply.text("episodes.1.ratio.value")).isEqualTo("7");
        assertThat(reply.text("episodes.1.end")).isEqualTo(over.at().toString());
    }

    @Test
    void episodes_examplesThatAreNoLongerStored_areLeftOut() {
        EpisodeChange open = Episodes.open("acme", 30, 10);
        world.episodes.add(
                List.of(
                        new EpisodeChange(
                                open.episode()
                                        .with(
                                                new Explanation(
                                                        List.of(
                                                                new Explanation.Cause(
                                                                        "platform", "reddit", .5)),
                                                        List.of(new PostId(Platform.REDDIT, "1")),
                                                        Optional.empty(),
                                                        "50 % came on reddit")),
                                open.at())));

        World.Reply reply = episodes(Episodes.NOON);

        assertThat(reply.text("episodes.0.why")).isEqualTo("50 % came on reddit");
        assertThat(reply.text("episodes.0.causes.0.name")).isEqualTo("reddit");
        assertThat(reply.list("episodes.0.posts")).isEmpty();
    }

    @Test
    void episodes_ofAnUnknownBrandOrTooLongARange_areRefused() {
        assertThat(world.get("/v1/brands/gone/episodes").send().status()).isEqualTo(404);
        assertThat(episodes(Instant.parse("2020-01-01T00:00:00Z")).text("detail"))
                .contains("at most 92 days apart");
        assertThat(episodes(Episodes.NOON).list("episodes")).isEmpty();
    }

    @Test
    void all_ofSeveralBrands_areListedByTheirBeginningAndPaged() {
        world.with(World.ACME, Brand.named("zenith", "Zenith"));
        EpisodeChange acme = Episodes.open("acme", 30, 10);
        EpisodeChange zenith =
                Episodes.change(
                        "zenith",
                        TrendKind.COMPLAINT_SHARE,
                        Episodes.NOON.plusSeconds(7_200),
                        EpisodeState.OPEN,
                        1,
                        9,
                        3,
                        Episodes.NOON.plusSeconds(7_500));
        world.episodes.add(List.of(acme, zenith, Episodes.open("not-registered", 30, 10)));

        World.Reply first =
                world.get("/v1/episodes")
                        .query("since", Episodes.NOON.toString())
                        .query("limit", "1")
                        .send();
        World.Reply second =
                world.get("/v1/episodes")
                        .query("since", Episodes.NOON.toString())
                        .query("limit", "1")
                        .query("cursor", first.text("next"))
                        .send();

        assertThat(first.text("items.0.brand")).isEqualTo("zenith");
        assertThat(first.text("items.0.changed")).isEqualTo(zenith.at().toString());
        assertThat(first.text("items.0.part")).isEqualTo("false");
        assertThat(second.list("items")).hasSize(1);
        assertThat(second.text("items.0.brand")).isEqualTo("acme");
        assertThat(second.body()).doesNotContain("next");
    }

    @Test
    void all_withStateAndKind_leavesOutTheRest() {
        EpisodeChange open = Episodes.open("acme", 30, 10);
        EpisodeChange over = Episodes.next(open, EpisodeState.RESOLVED, 70, Duration.ofMinutes(20));
        world.episodes.add(List.of(open, over));

        assertThat(all("state", "open,grew").list("items")).isEmpty();
        assertThat(all("state", "resolved").list("items")).hasSize(1);
        assertThat(all("kind", "product").list("items")).isEmpty();
        assertThat(all("state", "closed").text("detail"))
                .contains("state must be of open, grew, resolved, got 'closed'");
        assertThat(all("cursor", "x").status()).isEqualTo(400);
    }

    private World.Reply all(String name, String value) {
        return world.get("/v1/episodes")
                .query("since", Episodes.NOON.toString())
                .query(name, value)
                .send();
    }
}
