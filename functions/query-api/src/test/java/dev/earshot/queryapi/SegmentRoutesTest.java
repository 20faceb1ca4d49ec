package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.contract.ScoreStoreContract;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

final class SegmentRoutesTest {
    private final World world = new World().with(World.ACME, Brand.named("acme", "Acme"));

    SegmentRoutesTest() {
        for (int i = 0; i < 200; i++) {
            PostAnalysis post =
                    Posts.post("s" + i)
                            .at(World.NOW.minus(Duration.ofDays(2 + i % 20)))
                            .feeling(i < 80 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE)
                            .analysis();
            world.with(
                    Posts.sighted(
                            post,
                            post.revision().observedAt(),
                            Optional.of(Posts.account(Posts.author(i), 50)),
                            Engagement.UNKNOWN));
        }
    }

    private World.Reply put(String id, String conditions) {
        return world.ask("PUT", "/v1/segments/" + id)
                .body("{\"name\":\"Some\",\"brand\":\"acme\"," + conditions + "}")
                .send();
    }

    @Test
    void segment_saved_isToldWithRoundedSize() {
        assertThat(put("happy", "\"mood\":\"positive\"").status()).isEqualTo(201);

        World.Reply told = world.get("/v1/segments/happy").send();
        assertThat(Long.parseLong(told.text("size"))).isIn(70L, 80L);
        assertThat(told.text("asOf")).isEqualTo("2026-03-04");
        assertThat(told.body()).doesNotContain(Posts.author(3).pseudonym());
        assertThat(world.get("/v1/segments").send().list("segments")).hasSize(1);
        assertThat(world.get("/v1/segments/happy").as(World.RIVAL, "read").send().status())
                .isEqualTo(404);
    }

    @Test
    void segment_tooSmallOrATwin_isRefusedInTheSameWords() {
        put("happy", "\"mood\":\"positive\"");
        World.Reply small = put("a", "\"minPosts\":2");
        World.Reply twin = put("b", "\"mood\":\"positive\",\"minPosts\":1");

        assertThat(small.status()).isEqualTo(409);
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.text("detail")).isEqualTo(small.text("detail"));
        assertThat(put("happy", "\"mood\":\"negative\"").status()).isEqualTo(409);
    }

    @Test
    void segment_deleted_countsUntilTomorrow() {
        put("happy", "\"mood\":\"positive\"");
        assertThat(world.ask("DELETE", "/v1/segments/happy").send().status()).isEqualTo(204);
        assertThat(world.get("/v1/segments/happy").send().status()).isEqualTo(404);

        assertThat(put("again", "\"mood\":\"positive\"").status()).isEqualTo(409);
    }

    @Test
    void segment_bySensitiveTrait_isRefusedWithTheArticle() {
        World.Reply reply = put("sick", "\"about\":[\"#diabetes\"]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).contains("Article 9(1)", "data concerning health");
    }

    @Test
    void segment_creators_areThoseWhoReachItTogether() {
        scored(Posts.author(900), 0, 60);
        scored(Posts.author(901), 0, 50);
        scored(Posts.author(902), 40, 80);
        scored(Posts.author(903), 100, 190);
        put("happy", "\"mood\":\"positive\"");

        World.Reply told = world.get("/v1/segments/happy").send();

        // The second adds nobody whom the first does not reach, the last reaches others.
        assertThat(told.list("creators")).hasSize(2);
        assertThat(told.text("creators.0.author")).isEqualTo(Posts.author(900).pseudonym());
        assertThat(told.text("creators.0.reaches")).isEqualTo("60");
        assertThat(told.text("creators.1.author")).isEqualTo(Posts.author(902).pseudonym());
        assertThat(told.text("creators.1.reaches")).isEqualTo("20");
    }

    private void scored(AuthorRef author, int from, int to) {
        world.scores.replace(
                World.ACME,
                author,
                Audience.of(IntStream.range(from, to).mapToObj(Posts::author).toList()),
                List.of(
                        new ScoredAuthor(
                                ScoreStoreContract.score(author, "acme", 50, World.NOW),
                                OptionalLong.of(1_000),
                                List.of())));
    }
}
