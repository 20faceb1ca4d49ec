package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class TrendRoutesTest {
    /** The last bucket that is over and settled ends here: the world's present is 05:16:07. */
    private static final Instant SETTLED = Instant.parse("2026-03-04T05:10:00Z");

    private static final Duration BUCKET = Duration.ofMinutes(5);

    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    private void post(int count, Instant at) {
        IntStream.range(0, count)
                .forEach(i -> world.with(Posts.post(at.getEpochSecond() + "-" + i).at(at)));
    }

    private World.Ask trends() {
        return world.get("/v1/brands/acme/trends");
    }

    /** Ten posts every five minutes for three days, and 60 in each of the last four buckets. */
    private void spike() {
        for (int i = 1; i <= 3 * 288; i++) {
            post(i <= 4 ? 60 : 10, SETTLED.minus(BUCKET.multipliedBy(i)));
        }
    }

    @Test
    void trends_ofARise_holdEachBucketWithWhatWasExpectedAndTheAlert() {
        spike();

        World.Reply reply =
                trends().query("from", SETTLED.minus(Duration.ofHours(2)).toString()).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("to")).isEqualTo(SETTLED.toString());
        List<?> points = reply.list("series.0.points");
        assertThat(points).hasSize(24);
        assertThat(reply.text("series.0.points.0.count")).isEqualTo("10");
        assertThat(reply.text("series.0.points.0.state")).isEqualTo("none");
        assertThat(Double.parseDouble(reply.text("series.0.points.0.expected"))).isBetween(9., 11.);
        assertThat(reply.text("series.0.points.20.count")).isEqualTo("60");
        assertThat(reply.text("series.0.points.23.state")).isEqualTo("open");
        assertThat(points.stream().filter(TrendRoutesTest::alerts)).hasSize(1);
    }

    private static boolean alerts(Object point) {
        return point instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("alert"));
    }

    @Test
    void trends_sinceTheLastPoint_areTheNewOnesAsTheyWouldBeInAll() {
        spike();
        World.Reply all = trends().send();
        Instant since = SETTLED.minus(BUCKET.multipliedBy(3));

        World.Reply later = trends().query("since", since.toString()).send();
        World.Reply none = trends().query("since", SETTLED.minus(BUCKET).toString()).send();

        List<?> points = all.list("series.0.points");
        assertThat(later.list("series.0.points"))
                .isEqualTo(points.subList(points.size() - 2, points.size()));
        assertThat(none.list("series")).isEmpty();
    }

    @Test
    void trends_unchanged_areAnsweredByTheirTagAlone() {
        spike();
        String tag = trends().send().header("etag").orElseThrow();

        assertThat(trends().header("if-none-match", tag).send().status()).isEqualTo(304);
        post(1, SETTLED.minusSeconds(1));
        assertThat(trends().header("if-none-match", tag).send().status()).isEqualTo(200);
    }

    @Test
    void trends_ofPlatforms_haveOneSeriesEachAndThoseAskedFor() {
        spike();

        World.Reply reply = trends().query("kind", "platform,complaint_share").send();

        assertThat(reply.text("series.0.kind")).isEqualTo("complaint_share");
        assertThat(reply.text("series.1.key")).isEqualTo("x");
        assertThat(trends().query("kind", "platform").query("key", "reddit").send().list("series"))
                .isEmpty();
    }

    @Test
    void trends_ofABrandWithAThousandHashtags_sayWhichHaveASeries() {
        List<String> tags = IntStream.range(0, 1000).mapToObj(i -> "#acme" + i).toList();
        world.with(
                World.ACME,
                new Brand(
                        "acme",
                        "Acme",
                        List.of(),
                        List.of(),
                        tags,
                        List.of("Acme Go"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        spike();

        assertThat(trends().send().list("notes"))
                .singleElement()
                .asString()
                .startsWith("of the brand's 1,000 hashtags the first 20 have a series");
    }

    @Test
    void trends_ofASparseBrand_sayThatTheyCantJudge() {
        post(3, SETTLED.minus(Duration.ofDays(2)));

        assertThat(trends().send().text("series.0.note")).startsWith("too few posts to judge: 3");
    }

    @Test
    void trends_ofAnUnknownBrandKindOrTooLongARange_areRefused() {
        assertThat(world.get("/v1/brands/gone/trends").send().status()).isEqualTo(404);
        assertThat(trends().query("kind", "likes").send().text("detail")).contains("'likes'");
        assertThat(trends().query("from", "2026-02-01").send().text("detail"))
                .contains("at most 7 days apart");
    }
}
