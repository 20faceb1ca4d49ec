package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.testkit.Posts;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.TopicState;
import dev.earshot.trends.topic.TopicWatch;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Traits.Mark;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class TopicRoutesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T00:00:00Z");
    private static final int LEARNED = 100;

    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    /** A hundred buckets of everyday words, then six accounts that use a new hashtag. */
    private void topic() {
        var watch = new TopicWatch(BrandBuckets.BUCKET, TopicWatch.USUAL_CAPACITY);
        for (int b = 0; b <= LEARNED; b++) {
            List<Traits> posts = new ArrayList<>();
            Instant start = BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(b));
            for (int i = 0; i < 6; i++) {
                List<Mark> marks = new ArrayList<>();
                for (int w = 0; w < 6; w++) {
                    marks.add(new Mark("term", "word" + (7 * i + 3 * w + b) % 40));
                }
                if (b == LEARNED) {
                    marks.add(new Mark("hashtag", "recall"));
                    marks.add(new Mark("mood", "negative"));
                }
                String id = b == LEARNED ? "topic" + i : b + "-" + i;
                posts.add(
                        new Traits(
                                new PostId(Platform.X, id),
                                start,
                                Optional.of("author" + b + "-" + i),
                                marks,
                                Optional.empty(),
                                0));
            }
            watch.add(start, posts, 1);
        }
        world.topics.save(
                World.ACME,
                "acme",
                TopicState.of(watch.encoded(), BEGIN, Optional.empty(), 1),
                List.of());
    }

    @Test
    void topics_ofABrand_haveLabelAccountsMoodAndTheExamplesThatAreStill() {
        topic();
        world.with(Posts.post("topic1")).with(Posts.post("topic4"));

        World.Reply reply = world.get("/v1/brands/acme/topics").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.list("topics")).hasSize(1);
        assertThat(reply.text("topics.0.label")).isEqualTo("#recall");
        assertThat(reply.text("topics.0.state")).isEqualTo("weak");
        assertThat(reply.text("topics.0.authors")).isEqualTo("6");
        assertThat(reply.text("topics.0.growth.recent")).isEqualTo("6");
        assertThat(reply.text("topics.0.moods.negative")).isEqualTo("6");
        assertThat(reply.list("topics.0.examples")).hasSize(2);
        assertThat(reply.header("etag")).isPresent();
    }

    @Test
    void topics_ofAStateThatNoneHas_areNone() {
        topic();

        assertThat(
                        world.get("/v1/brands/acme/topics")
                                .query("state", "noise")
                                .send()
                                .list("topics"))
                .isEmpty();
        assertThat(world.get("/v1/brands/acme/topics").query("state", "loud").send().text("detail"))
                .contains("noise, weak, strong, got 'loud'");
    }

    @Test
    void topics_ofABrandThatIsUnknownOrHasNone_areRefusedOrEmpty() {
        assertThat(world.get("/v1/brands/gone/topics").send().status()).isEqualTo(404);
        assertThat(world.get("/v1/brands/acme/topics").send().list("topics")).isEmpty();
    }
}
