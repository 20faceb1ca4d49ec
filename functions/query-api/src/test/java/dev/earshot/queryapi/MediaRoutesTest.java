package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class MediaRoutesTest {
    private final World world = new World();

    @Test
    void media_analysed_isShownWhole() {
        world.media.put(picture(World.ACME, "media/cat.jpg"));

        assertThat(world.get("/v1/media/cat.jpg").send().body())
                .isEqualTo(
                        """
                        {"key":"media/cat.jpg","kind":"image","width":640,"height":480,\
                        "objects":[{"label":"cat","score":0.91,\
                        "box":{"x":1,"y":2,"width":30.5,"height":40}}],\
                        "faces":{"count":1,"boxes":[{"x":5,"y":6,"width":7,"height":8}]},\
                        "text":[{"text":"worst ever","score":0.8,\
                        "box":{"x":0,"y":0,"width":10,"height":5}}],\
                        "unreadText":[],"textLimits":"%s",\
                        "textSentiment":{"label":"negative","negative":0.8,"neutral":0.15,"positive":0.05},\
                        "brands":["acme"],"logos":[],\
                        "safety":{"label":"neutral","score":0.99,"flagged":false},\
                        "setting":[],\
                        "status":"analysed",\
                        "model":[{"name":"objects","revision":"1","sha256":"%s"}],\
                        "analysedAt":"2026-03-04T05:06:07.123Z"}\
                        """
                                .formatted(TextLine.LIMITS, "cd".repeat(32)));
    }

    @ParameterizedTest
    @CsvSource({
        "media/a b+c 😀.jpg, media/a b+c 😀.jpg",
        "media/a b+c 😀.jpg, a b+c 😀.jpg",
        "media/a b+c 😀.jpg, a%20b+c%20%F0%9F%98%80.jpg",
        "media/a b+c 😀.jpg, media%2Fa%20b%2Bc%20%F0%9F%98%80.jpg",
        "media/100%25.jpg, 100%25.jpg",
        "media/100%.jpg, 100%25.jpg",
        "media/media/x.jpg, media/x.jpg",
        "media/deep/er/x.jpg, deep/er/x.jpg"
    })
    void media_anySpellingOfItsKey_isFound(String key, String path) {
        world.media.put(picture(World.ACME, key));

        assertThat(world.get("/v1/media/" + path).send().text("key")).isEqualTo(key);
    }

    @Test
    void media_rejected_saysWhy() {
        world.media.put(result(World.ACME, "media/x.zip", new Status.Rejected("a zip archive")));

        World.Reply reply = world.get("/v1/media/x.zip").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("rejected");
        assertThat(reply.text("reason")).isEqualTo("a zip archive");
    }

    @Test
    void media_video_isQueuedUnderItsJob() {
        world.media.put(result(World.ACME, "media/x.mp4", new Status.Queued("job-1")));

        World.Reply reply = world.get("/v1/media/x.mp4").send();

        assertThat(reply.text("status")).isEqualTo("queued");
        assertThat(reply.text("kind")).isEqualTo("video");
        assertThat(reply.text("job")).isEqualTo("job-1");
    }

    @Test
    void media_unknown_isNotFound() {
        assertThat(world.get("/v1/media/none.jpg").send().status()).isEqualTo(404);
    }

    @Test
    void media_ofAnotherWorkspace_isNotFound() {
        String theirs = "media/rival/" + World.RANDOM + "/cat.jpg";
        world.media.put(picture(World.RIVAL, theirs));
        world.media.put(picture(World.ACME, "media/home.jpg"));

        assertThat(world.get("/v1/media/" + theirs).send().status()).isEqualTo(404);
        assertThat(world.get("/v1/media/home.jpg").as(World.RIVAL, "admin").send().status())
                .isEqualTo(404);
        assertThat(world.get("/v1/media/" + theirs).as(World.RIVAL, "read").send().status())
                .isEqualTo(200);
    }

    @Test
    void mediaOfBrand_ofAThingInAPlaceWithAWord_isWhatFitsAll() {
        MediaAnalysis fits = picture(World.ACME, "media/cat.jpg");
        world.media.put(fits);
        world.brands.put(World.ACME, Brand.named("acme", "Acme"));
        CataloguedMedia entry = CataloguedMedia.of(fits).orElseThrow();
        world.catalogue.put(World.ACME, entry);

        assertThat(ofBrand("object", "Cat", "sentiment", "negative")).isEqualTo("1");
        assertThat(ofBrand("object", "cat", "sentiment", "positive")).isEqualTo("0");
        assertThat(ofBrand("object", "dog", "limit", "5")).isEqualTo("0");
        assertThat(ofBrand("object", "cat", "place", "outdoor")).isEqualTo("0");
        assertThat(ofBrand("sentiment", "happy", "limit", "5")).isEqualTo("null");
    }

    @Test
    void explanationOfAPicture_leadsToTheFunctionThatHoldsTheModels() {
        world.media.put(picture(World.ACME, "media/a b.jpg"));

        World.Reply reply =
                world.get("/v1/media/a%20b.jpg/explanation").query("label", "wine glass").send();

        assertThat(reply.status()).isEqualTo(307);
        assertThat(reply.header("location"))
                .contains("/v1/explanations/media/a%20b.jpg?label=wine+glass");
        assertThat(world.get("/v1/media/none.jpg/explanation").send().status()).isEqualTo(404);
    }

    /** How many files of the brand fit two parameters. */
    private String ofBrand(String name, String value, String other, String otherValue) {
        return world.get("/v1/brands/acme/media")
                .query(name, value)
                .query(other, otherValue)
                .send()
                .text("files");
    }

    @Test
    void upload_picture_isPresignedForTheCallersOwnKey() {
        World.Reply reply =
                world.ask("POST", "/v1/uploads")
                        .as(World.RIVAL, "write")
                        .body(
                                "{\"fileName\":\"my cat.jpg\",\"contentType\":\"image/jpeg\","
                                        + "\"bytes\":12345}")
                        .send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("method")).isEqualTo("PUT");
        assertThat(reply.text("url")).startsWith("https://");
        assertThat(reply.text("headers")).isEqualTo("{content-type=image/jpeg}");
        assertThat(reply.text("key")).isEqualTo("media/rival/" + World.RANDOM + "/my_cat.jpg");
        assertThat(reply.text("expiresAt")).isEqualTo("2026-03-04T05:31:07Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | fileName | must be given",
                "{\"fileName\":\" \",\"contentType\":\"image/png\",\"bytes\":1} | fileName | 1 to"
                        + " 255",
                "{\"fileName\":\"a\",\"contentType\":\"text/html\",\"bytes\":1} | contentType | got"
                        + " 'text/html'",
                "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"bytes\":0} | bytes | got 0",
                "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"bytes\":1.5} | bytes | got"
                        + " 1.5",
                "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"bytes\":26214401} | bytes | 1"
                        + " to 26214400",
                "{\"fileName\":\"a\",\"contentType\":\"video/mp4\",\"bytes\":9999999999} | bytes |"
                        + " 1 to 5368709120",
                "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"bytes\":\"1\"} | bytes | got"
                        + " \"1\"",
                "{\"filename\":\"a\"} | filename | use fileName, contentType, bytes"
            })
    void upload_unusable_isRefusedByName(String body, String parameter, String detail) {
        World.Reply reply = world.ask("POST", "/v1/uploads").body(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo(parameter);
        assertThat(reply.text("detail")).contains(detail);
    }

    static MediaAnalysis picture(WorkspaceId workspace, String key) {
        return new MediaAnalysis(
                workspace,
                key,
                "",
                Posts.PUBLISHED,
                new Status.Analysed(
                        new ImageFindings(
                                640,
                                480,
                                List.of(new Detection("cat", .91, new Box(1, 2, 30.5, 40))),
                                List.of(new Box(5, 6, 7, 8)),
                                List.of(new TextLine("worst ever", .8, new Box(0, 0, 10, 5))),
                                new Safety("neutral", .99, false))),
                Optional.of(Posts.read(SentimentLabel.NEGATIVE, Emotion.ANGER)),
                List.of("acme"),
                List.of(new ModelVersion("objects", "1", "cd".repeat(32))));
    }

    private static MediaAnalysis result(WorkspaceId workspace, String key, Status status) {
        return new MediaAnalysis(
                workspace,
                key,
                "",
                Posts.PUBLISHED,
                status,
                Optional.empty(),
                List.of(),
                List.of());
    }
}
