package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Platform;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;

class PostRoutesTest {
    private final World world = new World();

    @Test
    void post_analysed_isShownWhole() {
        world.with(Posts.post("17").feeling(SentimentLabel.NEGATIVE));

        World.Reply reply = world.get("/v1/posts/x/17").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(
                        """
                        {"id":"17","platform":"x","createdAt":"2026-03-04T05:06:07.123Z",\
                        "language":"en",\
                        "sentiment":{"label":"negative","negative":0.8,"neutral":0.15,"positive":0.05},\
                        "emotions":{"anger":0.0208,"joy":0.9375,"optimism":0.0208,"sadness":0.0208},\
                        "brands":["acme"],"hashtags":["tea"],"context":{"sentiment":"negative","brands":["talvix"]},\
                        "media":[{"kind":"image","reference":"3_1234567890"}],\
                        "author":{"id":"0123456789abcdef0123456789abcdef",\
                        "followers":1234,"posts":56},\
                        "engagement":{"likes":7,"replies":0,"reposts":1,"views":123456},\
                        "model":{"name":"text","revision":"2026-11","sha256":"%s"},\
                        "analysedAt":"2026-03-04T05:07:37.123Z"}\
                        """
                                .formatted("ab".repeat(32)));
    }

    @Test
    void post_textKept_isShownWithIt() {
        world.with(
                Posts.post("17")
                        .sealedAs(
                                world.texts.seal(World.ACME, List.of("so \"bad\" 😡")).getFirst()));

        assertThat(world.get("/v1/posts/x/17").send().text("text")).isEqualTo("so \"bad\" 😡");
    }

    @Test
    void post_textExpired_isShownWithoutIt() {
        world.with(
                Posts.post("17")
                        .sealedAs(world.texts.seal(World.ACME, List.of("gone")).getFirst()));
        world.texts.expire();

        World.Reply reply = world.get("/v1/posts/x/17").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("\"text\":").doesNotContain("gone");
    }

    @Test
    void post_modelAbstained_hasAReasonAndNoNumbers() {
        world.with(Posts.post("17").feeling(SentimentLabel.ABSTAIN));

        World.Reply reply = world.get("/v1/posts/x/17").send();

        assertThat(reply.text("sentiment"))
                .isEqualTo("{label=abstain, reason=language tlh is not one the model knows}");
        assertThat(reply.body()).doesNotContain("emotions");
    }

    @Test
    void post_twitter_isX() {
        world.with(Posts.post("17"));

        assertThat(world.get("/v1/posts/twitter/17").send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:plc:abc:3kx",
                "did%3Aplc%3Aabc%3A3kx",
                "at://did:plc:abc/app.bsky.feed.post/3kx",
                "at:/did:plc:abc/app.bsky.feed.post/3kx",
                "at%3A%2F%2Fdid%3Aplc%3Aabc%2Fapp.bsky.feed.post%2F3kx"
            })
    void post_anySpellingOfABlueskyId_isFound(String id) {
        world.with(Posts.post("did:plc:abc:3kx").on(Platform.BLUESKY));

        assertThat(world.get("/v1/posts/bluesky/" + id).send().status()).isEqualTo(200);
    }

    @Test
    void post_idThatHoldsAnEscape_isNotDecodedTwice() {
        world.with(Posts.post("100%41"));

        assertThat(world.get("/v1/posts/x/100%41").send().text("id")).isEqualTo("100%41");
        assertThat(world.get("/v1/posts/x/100%2541").send().text("id")).isEqualTo("100%41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "a/b", "a b", "%00", "at://x/y/z"})
    void post_unknownOrImpossibleId_isNotFound(String id) {
        assertThat(world.get("/v1/posts/x/" + id).send().status()).isEqualTo(404);
    }

    @Test
    void post_ofAnotherWorkspace_isNotFound() {
        world.with(Posts.post("17"));

        assertThat(world.get("/v1/posts/x/17").as(World.RIVAL, "read admin").send().status())
                .isEqualTo(404);
    }

    @Test
    void post_unknownPlatform_isNamed() {
        World.Reply reply = world.get("/v1/posts/myspace/17").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo("platform");
        assertThat(reply.text("detail")).contains("'myspace'").contains("mastodon");
    }

    @Test
    void numbers_ofAPost_arePlain() {
        world.with(Posts.post("17"));

        assertThat(world.get("/v1/posts/x/17").send().at("sentiment.neutral"))
                .isEqualTo(new BigDecimal("0.7"));
    }
}
