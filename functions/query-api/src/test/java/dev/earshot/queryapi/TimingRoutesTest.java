package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Engagement;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

final class TimingRoutesTest {
    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    /** Four posts a day for 90 days by the brand's own account; those at 18:00 UTC do better. */
    private void post(double better) {
        Random random = new Random(6);
        for (int i = 0; i < 360; i++) {
            int hour = i % 4 == 0 ? 9 : i % 4 == 1 ? 18 : 8 + random.nextInt(12);
            Instant at =
                    World.NOW
                            .minus(Duration.ofDays(1 + i / 4))
                            .atOffset(ZoneOffset.UTC)
                            .withHour(hour)
                            .toInstant();
            boolean evening = at.atOffset(ZoneOffset.UTC).getHour() == 18;
            double level = 4 + 0.6 * random.nextGaussian() + (evening ? better : 0);
            PostAnalysis plain = Posts.post("t" + i).at(at).analysis();
            world.with(
                    Posts.sighted(
                            plain,
                            plain.revision().observedAt(),
                            Optional.of(Posts.account(Posts.author(1), 50).ownOf(List.of("acme"))),
                            new Engagement(
                                    OptionalLong.of(Math.round(Math.expm1(level))),
                                    OptionalLong.of(0),
                                    OptionalLong.of(0),
                                    OptionalLong.empty(),
                                    OptionalLong.empty())));
        }
    }

    @Test
    void timing_plantedHour_isFoundInTheAskedZone() {
        post(1.2);

        World.Reply reply = world.get("/v1/brands/acme/timing").query("zone", "Asia/Tokyo").send();

        assertThat(reply.text("posts")).isEqualTo("360");
        assertThat(reply.list("bestHours")).hasSize(1);
        assertThat(reply.text("bestHours.0.group")).isEqualTo("03");
        assertThat(reply.text("finding")).contains("Posts at 03 o'clock", "test it");
    }

    @Test
    void timing_nothingPlanted_hasNoEvidence() {
        post(0);

        assertThat(world.get("/v1/brands/acme/timing").send().text("finding"))
                .isEqualTo("No evidence that any hour does better than another.");
    }

    @Test
    void timing_fewPosts_saysSo() {
        World.Reply reply = world.get("/v1/brands/acme/timing").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("finding")).startsWith("Too few posts");
        assertThat(world.get("/v1/brands/nobody/timing").send().status()).isEqualTo(404);
        assertThat(
                        world.get("/v1/brands/acme/timing")
                                .query("zone", "Mars/Base")
                                .send()
                                .text("detail"))
                .contains("IANA time zone");
    }

    @Test
    void test_ofTwoHours_isPlannedFromWhatWasBefore() {
        post(0);
        World.Ask ask =
                world.get("/v1/brands/acme/timing/test")
                        .query("hours", "9,18")
                        .query("from", "2026-03-10")
                        .query("rise", "0.5");

        World.Reply plan = ask.send();

        int pairs = Integer.parseInt(plan.text("pairs"));
        assertThat(pairs).isBetween(30, 50);
        assertThat(plan.list("slots")).hasSize(2 * pairs);
        assertThat(plan.text("finding")).startsWith("Not read before its end: 0 of");
        assertThat(ask.query("hours", "9,9").send().text("detail")).contains("two different ones");
    }

    @Test
    void test_thatIsOver_isRead() {
        post(0);

        World.Reply read =
                world.get("/v1/brands/acme/timing/test")
                        .query("hours", "9,18")
                        .query("from", "2025-12-10")
                        .query("pairs", "40")
                        .send();

        assertThat(read.text("finding")).isEqualTo("No difference could be shown.");
        assertThat(read.list("interval")).hasSize(2);
        assertThat(Integer.parseInt(read.text("pairsKept"))).isEqualTo(40);
    }
}
