package dev.earshot.wire.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.store.Parked;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Parsed;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class JsonWriterTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant CREATED = Instant.parse("2026-05-01T09:30:00Z");
    private static final Instant ANALYSED = Instant.parse("2026-05-01T09:30:01.250Z");
    private static final ModelVersion MODEL = new ModelVersion("text", "1", "ab".repeat(32));
    private static final Reading READ =
            new Reading.Read(
                    "en",
                    new TextAnalysis(
                            new Sentiment(0.000012345, 0.123456, 0.876531655),
                            new Emotions(
                                    Map.of(
                                            Emotion.ANGER, 0.01,
                                            Emotion.JOY, 0.9,
                                            Emotion.OPTIMISM, 0.08,
                                            Emotion.SADNESS, 0.01))));

    private final JsonWriter json = new JsonWriter();

    private static PostAnalysis post(Reading reading, long edit) {
        return new PostAnalysis(
                WORKSPACE,
                new PostId(Platform.X, "1850000000000000001"),
                List.of(),
                new Revision(edit, CREATED, "00"),
                CREATED,
                ANALYSED,
                reading,
                List.of("acme"),
                Optional.of(
                        new Author(
                                new AuthorRef("0123456789abcdef0123456789abcdef"),
                                OptionalLong.of(1200),
                                OptionalLong.empty(),
                                OptionalLong.of(87))),
                new Engagement(
                        OptionalLong.of(5),
                        OptionalLong.of(0),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.of(900)),
                List.of(new MediaRef(MediaRef.Kind.IMAGE, "3_1850000000000000000")),
                Optional.empty(),
                List.of(MODEL));
    }

    private static MediaAnalysis media(MediaAnalysis.Status status) {
        return new MediaAnalysis(
                WORKSPACE,
                "media/acme/a b+c.jpg",
                "",
                ANALYSED,
                status,
                status instanceof MediaAnalysis.Status.Analysed
                        ? Optional.of(READ)
                        : Optional.empty(),
                List.of("acme"),
                List.of(MODEL));
    }

    @Test
    void post_withVerdict_matchesGolden() {
        assertThat(json.writeIndented(post(READ, 0))).isEqualTo(golden("post.json"));
    }

    @Test
    void post_abstainedAndEdited_showsReasonAndNoProbability() {
        Reading abstained = new Reading.Abstained("fr", "language fr is not one the model knows");
        PostWithText post =
                new PostWithText(
                        post(abstained, CREATED.plusSeconds(60).toEpochMilli()),
                        Optional.of("Ça va \uD83D\uDE42"));

        assertThat(json.writeIndented(post)).isEqualTo(golden("post-abstained.json"));
    }

    @Test
    void post_ofXWithPositionInHistory_hasNoEditedAt() {
        assertThat(json.write(post(READ, 2))).doesNotContain("editedAt");
    }

    @Test
    void media_analysed_matchesGolden() {
        ImageFindings findings =
                new ImageFindings(
                        640,
                        480,
                        List.of(new Detection("person", 0.98765, new Box(1, 2.25, 30.5, 40))),
                        List.of(new Box(5, 6, 7, 8)),
                        List.of(new TextLine("BEST EVER", 0.91, new Box(10, 20, 100, 12))),
                        new Safety("neutral", 0.97, false));

        assertThat(json.writeIndented(media(new MediaAnalysis.Status.Analysed(findings))))
                .isEqualTo(golden("media.json"));
    }

    @Test
    void media_rejected_matchesGolden() {
        assertThat(
                        json.writeIndented(
                                media(new MediaAnalysis.Status.Rejected("the JPEG breaks off"))))
                .isEqualTo(golden("media-rejected.json"));
    }

    @Test
    void media_queued_namesItsJob() {
        assertThat(json.write(media(new MediaAnalysis.Status.Queued("j1"))))
                .contains("\"kind\":\"video\"")
                .contains("\"status\":\"queued\"")
                .contains("\"job\":\"j1\"");
    }

    @Test
    void brand_writtenAndReadAgain_isEqual() {
        Brand brand =
                new Brand(
                        "acme",
                        "Acme",
                        List.of("ACME Corp"),
                        List.of("@acme"),
                        List.of("#AcmePhone"),
                        List.of("Acme Phone"),
                        List.of("globex"),
                        List.of("repair"),
                        List.of("phone"),
                        List.of("Acme"));

        assertThat(ApiJson.brand("acme", json.write(brand))).isEqualTo(new Parsed.Value<>(brand));
    }

    @Test
    void parked_listedWithoutPayload_matchesGolden() {
        Parked parked =
                new Parked(
                        "p1",
                        WORKSPACE,
                        "sqs",
                        "data[3].created_at",
                        "must lie between 1990 and 2100",
                        ANALYSED,
                        "");

        assertThat(json.writeIndented(parked)).isEqualTo(golden("parked.json"));
    }

    @Test
    void job_underWay_showsProgressAndCost() {
        Job job = new Job("j1", WORKSPACE, new Task.Video("media/clip.mp4", "7"), CREATED);
        JobState state =
                new JobState(
                        job,
                        JobState.Phase.RUNNING,
                        "",
                        1,
                        new Progress(0.5, 300, 0, 12, 30, 10),
                        Optional.of(CREATED.plusSeconds(4)),
                        CREATED.plusSeconds(14),
                        Optional.empty(),
                        0.36);

        assertThat(json.write(state))
                .contains("\"kind\":\"video\"", "\"state\":\"running\"", "\"queueSeconds\":4")
                .contains("\"fraction\":0.5", "\"frames\":300", "\"framesAnalysed\":12")
                .contains("\"rate\":30", "\"costPerMinute\":0.002")
                .doesNotContain("reason", "pictures", "records");
    }

    @Test
    void job_ofEachKind_isRead() {
        String head =
                "{\"id\":\"j\",\"workspace\":\"acme\",\"createdAt\":\"2026-03-04T05:06:07Z\",";

        assertThat(task(head + "\"kind\":\"video\",\"key\":\"media/a\",\"version\":\"7\"}"))
                .isEqualTo(new Task.Video("media/a", "7"));
        assertThat(task(head + "\"kind\":\"batch\",\"key\":\"imports/a\"}"))
                .isEqualTo(new Task.Posts("imports/a", Optional.empty()));
        assertThat(task(head + "\"kind\":\"batch\",\"prefix\":\"media/\"}"))
                .isEqualTo(new Task.Pictures("media/"));
        assertThat(ApiJson.job(head + "\"kind\":\"other\",\"key\":\"a\"}"))
                .isInstanceOf(Parsed.Errors.class);
        assertThat(ApiJson.job(head + "\"kind\":\"video\"}")).isInstanceOf(Parsed.Errors.class);
        assertThat(ApiJson.job("nonsense")).isInstanceOf(Parsed.Errors.class);
    }

    private static Task task(String body) {
        return ((Parsed.Value<Job>) ApiJson.job(body)).value().task();
    }

    @Test
    void problem_withAllMembers_matchesGolden() {
        Problem problem =
                Problem.of(ProblemKind.NOTHING_ACCEPTED, "none of 1 records could be taken")
                        .at("urn:earshot:request:1")
                        .withParameter("body")
                        .withRejected(List.of(new FieldError("id", "is missing")));

        assertThat(json.writeIndented(problem)).isEqualTo(golden("problem.json"));
    }

    @Test
    void problem_ofAKind_hasNoFurtherMembers() {
        assertThat(json.write(Problem.of(ProblemKind.NOT_FOUND, "no job has this id")))
                .isEqualTo(
                        "{\"type\":\"urn:earshot:problem:not-found\",\"title\":\"Not found\","
                                + "\"status\":404,\"detail\":\"no job has this id\"}");
    }

    @Test
    void page_ofPosts_usesTheirShape() {
        record Page(List<PostAnalysis> posts, Optional<String> cursor, OptionalLong total) {}

        assertThat(
                        json.write(
                                new Page(
                                        List.of(post(READ, 0)),
                                        Optional.empty(),
                                        OptionalLong.of(1))))
                .startsWith("{\"posts\":[{\"id\":\"1850000000000000001\",\"platform\":\"x\"")
                .endsWith("],\"total\":1}");
    }

    @Test
    void number_withFraction_isRoundedToFourDigits() {
        record Numbers(double a, Double b, double c, long d) {}

        assertThat(json.write(new Numbers(1.0 / 3, 1e-9, 1e6, 5)))
                .isEqualTo("{\"a\":0.3333,\"b\":0,\"c\":1000000,\"d\":5}");
    }

    private static String golden(String name) {
        try (InputStream in = JsonWriterTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
