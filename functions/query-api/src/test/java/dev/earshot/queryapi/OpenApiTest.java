package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.Parked;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;
import dev.earshot.engagement.segment.Segment;
import dev.earshot.engagement.segment.SegmentRule;
import dev.earshot.influence.shortlist.Shortlisted;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.testkit.Episodes;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds the OpenAPI document against the handler, route by route and answer by answer. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = tree(Resources.text("openapi.json"));

    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                            builder.schemaLoaders(
                                    loaders ->
                                            loaders.schemas(
                                                    Map.of(
                                                            "https://earshot.test/openapi.json",
                                                            DOCUMENT.toString()))));

    /** Answered by the function that holds the models and the rule of mentions. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "/v1/posts/{platform}/{id}/explanation",
                    "/v1/brands/{brand}/preview",
                    "/v1/brands/{brand}/forecast",
                    "/v1/explanations/{key}");

    private static final Notice NOTICE =
            new Notice(
                    World.ACME,
                    "episode.open",
                    "ep_1",
                    1,
                    World.NOW,
                    Optional.of("acme"),
                    "acme: mentions rising",
                    "Three times the usual.",
                    Map.of("observed", "30"));

    private final World world = world();

    @Test
    void document_routes_areTheHandlersExactly() {
        var documented = new TreeSet<String>();
        operations()
                .forEach(operation -> documented.add(operation.method() + " " + operation.path()));
        var handled = new TreeSet<String>();
        world.handler.routeKeys().forEach(key -> handled.add(key.replace("+}", "}")));
        handled.addAll(world.keysHandler.routeKeys());

        assertThat(documented).isEqualTo(handled);
    }

    @TestFactory
    Stream<DynamicTest> operation_documented_isAnswered() {
        return operations()
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.method() + " " + operation.path(),
                                        () -> new OpenApiTest().isAnswered(operation)));
    }

    private void isAnswered(Operation operation) {
        World.Reply reply = ask(operation).body(body(operation)).send();

        assertThat(reply.status()).isNotIn(404, 405, 500);
        conforms(operation, reply);
    }

    @Test
    void operation_withoutAKey_isOpenOnlyWhereTheDocumentSaysSo() {
        operations()
                .forEach(
                        operation -> {
                            boolean open = operation.node().path("security").isArray();
                            int status =
                                    ask(operation).asNobody().body(body(operation)).send().status();

                            assertThat(status == 401).as(operation.toString()).isEqualTo(!open);
                        });
    }

    @Test
    void answer_ofEachKind_conformsToItsSchema() {
        Operation post = operation("GET", "/v1/posts/{platform}/{id}");
        Operation media = operation("GET", "/v1/media/{key}");
        Operation take = operation("POST", "/v1/posts");
        Operation put = operation("PUT", "/v1/brands/{brand}");
        Operation summary = operation("GET", "/v1/brands/{brand}/summary");
        Operation posts = operation("GET", "/v1/brands/{brand}/posts");
        Operation episodes = operation("GET", "/v1/brands/{brand}/episodes");

        conforms(post, world.get("/v1/posts/x/abstained").send());
        conforms(post, world.get("/v1/posts/x/none").send());
        conforms(post, world.get("/v1/posts/x/whole").send());
        conforms(media, world.get("/v1/media/refused.zip").send());
        conforms(media, world.get("/v1/media/video.mp4").send());
        conforms(media, world.get("/v1/media/watched.mp4").send());
        conforms(take, world.ask("POST", "/v1/posts").body("[{}]").send());
        conforms(take, world.ask("POST", "/v1/posts").body("").send());
        conforms(put, world.ask("PUT", "/v1/brands/new").body("{\"name\":\"New\"}").send());
        conforms(put, world.ask("PUT", "/v1/brands/new").body("{}").send());
        conforms(summary, world.get("/v1/brands/quiet/summary").send());
        world.episodes.add(List.of(Episodes.open("acme", 30, 10)));
        conforms(
                episodes,
                world.get("/v1/brands/acme/episodes")
                        .query("from", Episodes.NOON.minusSeconds(60).toString())
                        .query("to", Episodes.NOON.plusSeconds(60).toString())
                        .send());
        conforms(
                operation("GET", "/v1/brands/{brand}/topics"),
                world.get("/v1/brands/acme/topics").send());
        conforms(
                operation("GET", "/v1/brands/{brand}/trends"),
                world.get("/v1/brands/acme/trends").query("kind", "mentions,platform").send());
        var campaign = new CampaignWorld(5, 2.5);
        campaign.put("spring", "[{\"item\":\"film\",\"amount\":9,\"currency\":\"EUR\"}]");
        conforms(
                operation("GET", "/v1/campaigns/{id}/report"),
                campaign.world
                        .get("/v1/campaigns/spring/report")
                        .query("emv", "EUR likes:0.1")
                        .send());
        conforms(posts, world.get("/v1/brands/acme/posts").query("limit", "1").send());
        conforms(posts, world.get("/v1/brands/acme/posts").query("limit", "x").send());
        conforms(posts, world.get("/v1/brands/acme/posts").query("intent", "x").send());
        conforms(posts, world.get("/v1/brands/acme/posts").as(World.ACME, "write").send());
    }

    @Test
    void schemas_ofFaces_holdNothingButCountAndBoxes() {
        JsonNode faces = DOCUMENT.at("/components/schemas/Media/properties/faces");

        assertThat(faces.path("properties").properties().stream().map(Map.Entry::getKey))
                .containsExactly("count", "boxes");
        assertThat(faces.path("additionalProperties").asBoolean(true)).isFalse();
    }

    /** What keeps the checks above honest: an answer that is wrong must be found wrong. */
    @Test
    void schema_wrongAnswer_isFoundWrong() {
        Operation health = operation("GET", "/v1/health");

        assertThat(faults(health, 200, "{\"status\":\"ok\",\"version\":\"1\",\"api\":\"v1\"}"))
                .isEmpty();
        assertThat(faults(health, 200, "{\"status\":\"ill\",\"version\":\"1\",\"api\":\"v1\"}"))
                .isNotEmpty();
        assertThat(
                        faults(
                                operation("GET", "/v1/posts/{platform}/{id}"),
                                200,
                                world.get("/v1/posts/x/17")
                                        .send()
                                        .body()
                                        .replace("\"neutral\":0.7", "\"neutral\":7")))
                .isNotEmpty();
    }

    private record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Stream<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            if (ELSEWHERE.contains(path.getKey())) {
                continue;
            }
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    all.add(
                            new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()));
                }
            }
        }
        return all.stream();
    }

    private static Operation operation(String method, String path) {
        return operations()
                .filter(o -> o.method().equals(method) && o.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private World.Ask ask(Operation operation) {
        String path =
                operation
                        .path()
                        .replace("{platform}", "x")
                        .replace("{brand}", "acme")
                        .replace(
                                "{pseudonym}",
                                (operation.path().endsWith("objection") ? World.BEN : World.ANN)
                                        .pseudonym())
                        .replace("{key}", "media/cat.jpg")
                        .replace("{model}", "text")
                        .replace("{rule}", "influencer-score")
                        .replace("{file}", "index.html")
                        .replace("{id}", id(operation.path()));
        World.Ask ask = world.ask(operation.method(), path).as(World.ACME, "read write originals");
        if (path.endsWith("/transitions")) {
            ask.header("if-match", "an older state");
        }
        if (path.startsWith("/v1/privacy/requests")) {
            ask.as(World.ACME, "read resolve");
        }
        if (path.startsWith("/v1/keys")) {
            ask.as(World.ACME, "admin");
        }
        if (path.startsWith("/v1/authors/reso")) {
            ask.as(World.ACME, "resolve");
        }
        if (path.endsWith("/timing/test")) {
            ask.query("hours", "9,18").query("from", "2026-02-01").query("pairs", "3");
        }
        if (operation.toString().equals("PUT /v1/views/{id}")) {
            ask.header("if-match", "\"1\"");
        }
        return path.startsWith("/v1/influencers") && operation.method().equals("GET")
                ? ask.query("brand", "acme")
                : ask;
    }

    private static String id(String path) {
        if (path.startsWith("/v1/alerts/{id}")) {
            return NOTICE.id();
        }
        if (path.startsWith("/v1/keys")) {
            return ApiKeys.id("key-1");
        }
        if (path.startsWith("/v1/exports")) {
            return "e17";
        }
        return path.contains("/cases/")
                ? CaseRoutesTest.complaint("17").value()
                : path.contains("parked") ? "p1" : "17";
    }

    private static String body(Operation operation) {
        return switch (operation.toString()) {
            case "POST /v1/posts" ->
                    "{\"id\":\"1\",\"text\":\"fine\"}\n{\"id\":\"a b\",\"text\":\"bad\"}";
            case "POST /v1/keys" -> "{\"name\":\"Ann\",\"scopes\":[\"read\"]}";
            case "PUT /v1/views/{id}" ->
                    "{\"name\":\"Monday\",\"address\":\"#/overview?range=7d\"}";
            case "POST /v1/uploads" ->
                    "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":9}";
            case "PUT /v1/brands/{brand}/logos" ->
                    "{\"logos\":[\"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\"]}";
            case "PUT /v1/alerts/rules/{id}" -> "{\"recipients\":[\"email\"]}";
            case "PUT /v1/alerts/webhooks/{id}" -> "{\"url\":\"https://hooks.example/\"}";
            case "PUT /v1/alerts/silences/{id}" ->
                    "{\"owner\":\"Ann\",\"reason\":\"a sale\",\"until\":\""
                            + World.NOW.plusSeconds(60)
                            + "\"}";
            case "POST /v1/alerts/preview" -> "{\"rule\":{\"recipients\":[\"email\"]}}";
            case "POST /v1/exports" -> "{\"brand\":\"acme\",\"format\":\"csv\"}";
            case "POST /v1/jobs" -> "{\"kind\":\"batch\",\"prefix\":\"media/2026/\"}";
            case "PUT /v1/brands/{brand}" -> "{\"name\":\"Acme\",\"aliases\":[\"ACME\"]}";
            case "POST /v1/influencers/portfolio" ->
                    "{\"brand\":\"acme\",\"budget\":10,\"prices\":{\""
                            + World.ANN.pseudonym()
                            + "\":5}}";
            case "PUT /v1/segments/{id}" ->
                    "{\"name\":\"Some\",\"brand\":\"acme\",\"mood\":\"positive\"}";
            case "PUT /v1/sources/{id}" ->
                    "{\"kind\":\"app-store-reviews\",\"brands\":[\"acme\"],\"targets\":[\"de/1\"]}";
            case "PUT /v1/campaigns/{id}" ->
                    "{\"name\":\"Spring\",\"brand\":\"acme\",\"from\":\"2026-03-01\","
                            + "\"to\":\"2026-03-03\"}";
            case "POST /v1/privacy/requests" ->
                    "{\"platform\":\"x\",\"account\":\"7\",\"right\":\"access\",\"identity\":\"seen\"}";
            case "POST /v1/privacy/requests/{id}/transitions" -> "{\"to\":\"revoked\"}";
            case "POST /v1/cases/{id}/transitions" -> "{\"to\":\"resolved\"}";
            case "PUT /v1/settings/cases" ->
                    "{\"zone\":\"Europe/Berlin\",\"week\":{\"monday\":[\"09:00-17:00\"]},"
                            + "\"teams\":[{\"id\":\"care\"}]}";
            case "PUT /v1/posts/{platform}/{id}/feedback" -> "{\"sentiment\":\"negative\"}";
            case "POST /v1/authors/resolve", "POST /v1/privacy/statements" ->
                    "{\"platform\":\"x\",\"account\":\"7\",\"purpose\":\"asked by its owner\"}";
            default -> "";
        };
    }

    private static void conforms(Operation operation, World.Reply reply) {
        assertThat(faults(operation, reply.status(), reply.body()))
                .as("%s -> %s %s", operation, reply.status(), reply.body())
                .isEmpty();
    }

    private static List<String> faults(Operation operation, int status, String body) {
        JsonNode response = operation.node().path("responses").path(String.valueOf(status));
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not in the document");
        }
        String pointer =
                "/paths/"
                        + escaped(operation.path())
                        + "/"
                        + operation.method().toLowerCase(Locale.ROOT)
                        + "/responses/"
                        + status;
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
        }
        JsonNode content = DOCUMENT.at(pointer).path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("there must be no body");
        }
        String type = content.fieldNames().next();
        if (!type.endsWith("json")) {
            return body.isEmpty() ? List.of("there must be a body") : List.of();
        }
        var schema =
                SCHEMAS.getSchema(
                        SchemaLocation.of(
                                "https://earshot.test/openapi.json#"
                                        + pointer
                                        + "/content/"
                                        + escaped(type)
                                        + "/schema"),
                        SchemaValidatorsConfig.builder().build());
        return schema
                .validate(tree(body), c -> c.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static World world() {
        World world = new World();
        world.ask("PUT", "/v1/views/17").body("{\"name\":\"Late\",\"address\":\"#/cases\"}").send();
        world.keys.allow("key-1", "Ann", new ApiKeys.Grant(World.ACME, Set.of("read")));
        world.with(
                        World.ACME,
                        new Brand(
                                "acme",
                                "Acme",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("Globex"),
                                List.of(),
                                List.of(),
                                List.of()))
                .with(World.ACME, Brand.named("quiet", "Quiet"))
                .with(
                        Posts.post("17")
                                .sealedAs(world.texts.seal(World.ACME, List.of("hm")).getFirst()))
                .with(CaseRoutesTest.opened("17"))
                .with(Posts.post("18").feeling(SentimentLabel.NEGATIVE))
                .with(
                        Posts.post("whole")
                                .with(Posts.readWhole("acme", "globex"))
                                .about("acme", "globex"))
                .with(Posts.post("abstained").feeling(SentimentLabel.ABSTAIN));
        world.media.put(MediaRoutesTest.picture(World.ACME, "media/cat.jpg"));
        world.media.put(
                bare("media/refused.zip", new MediaAnalysis.Status.Rejected("a zip archive")));
        world.media.put(bare("media/video.mp4", new MediaAnalysis.Status.Queued("job-1")));
        world.scored(World.ANN, "acme", 60, 1_000);
        world.scores.object(World.ACME, World.BEN, World.NOW);
        world.requests.put(PersonRequestRoutesTest.answered("17", World.ANN));
        world.media.put(
                bare(
                        "media/watched.mp4",
                        new MediaAnalysis.Status.Watched(
                                new VideoFindings(
                                        9.5,
                                        640,
                                        480,
                                        4,
                                        List.of(
                                                new Shot(
                                                        0,
                                                        9.5,
                                                        2,
                                                        1,
                                                        new Scenery(
                                                                Optional.of(
                                                                        new Scored("beach", 0.75)),
                                                                List.of(new Scored("outdoor", 0.9)),
                                                                Optional.empty()))),
                                        List.of(
                                                new Track(
                                                        "dog",
                                                        0,
                                                        2,
                                                        0.75,
                                                        0.25,
                                                        List.of(
                                                                new Track.TimedBox(
                                                                        1, new Box(1, 2, 3, 4))))),
                                        List.of(new VideoAction("running", 0, 2, 0.5, "its path")),
                                        List.of(new VideoText("sale", 1, 2, 0.9)),
                                        List.of(new UnsafeSpan("porn", 3, 4, 0.9)),
                                        OptionalDouble.empty(),
                                        Optional.of("broken at its end")))));
        world.derived.put(World.ACME, "media/cat.jpg", "contact-sheet.jpg", new byte[] {1});
        world.derived.put(World.ACME, "media/cat.jpg", "blurred.jpg", new byte[] {1});
        CataloguedMedia.of(MediaRoutesTest.picture(World.ACME, "media/cat.jpg"))
                .ifPresent(media -> world.catalogue.put(World.ACME, media));
        world.logos.put(World.ACME, "acme", List.of(new byte[] {1, 2, 3}));
        List.of(World.ANN, World.BEN)
                .forEach(
                        author ->
                                world.shortlists.put(
                                        World.ACME,
                                        new Shortlisted("17", author, "", "key", World.NOW)));
        alerts(world);
        world.jobs.create(
                new Job("17", World.ACME, new Task.Video("media/video.mp4", ""), World.NOW));
        world.jobs.create(new Job("e17", World.ACME, ExportRoutesTest.FEBRUARY, World.NOW));
        world.parked.park(
                new Parked("p1", World.ACME, "sqs", "id", "is missing", World.NOW, "{bad"));
        return world;
    }

    private static void alerts(World world) {
        world.segments.add(
                World.ACME,
                new Segment(
                        "17",
                        "English",
                        "acme",
                        new SegmentRule(
                                List.of("tea"),
                                Optional.of(SentimentLabel.POSITIVE),
                                Optional.of("en"),
                                Optional.of(Platform.X),
                                2,
                                3)));
        world.ask("PUT", "/v1/sources/17")
                .body("{\"kind\":\"bluesky-search\",\"brands\":[\"acme\"]}")
                .send();
        world.ask("PUT", "/v1/campaigns/17")
                .body(
                        "{\"name\":\"Spring\",\"brand\":\"acme\",\"from\":\"2026-02-20\","
                                + "\"to\":\"2026-03-03\",\"costs\":[{\"item\":\"film\","
                                + "\"amount\":1200.5,\"currency\":\"EUR\"}]}")
                .send();
        world.ask("PUT", "/v1/alerts/rules/17").body("{\"recipients\":[\"email\"]}").send();
        world.ask("PUT", "/v1/alerts/webhooks/17")
                .body("{\"url\":\"https://hooks.example/\"}")
                .send();
        world.ask("PUT", "/v1/alerts/silences/17")
                .body(
                        "{\"owner\":\"Ann\",\"reason\":\"a sale\",\"until\":\""
                                + World.NOW.plusSeconds(60)
                                + "\"}")
                .send();
        world.outbox.put(new Alert(NOTICE, Optional.of(new Alert.Silenced("17", "Ann", "a sale"))));
        Delivery delivery =
                Delivery.begun(
                        World.ACME,
                        NOTICE.id(),
                        new Recipient.ToTopic(),
                        Optional.of("care"),
                        World.NOW);
        world.outbox.begin(delivery);
        world.outbox
                .claim(Work.attempt(delivery), Duration.ofSeconds(1))
                .ifPresent(
                        claim ->
                                world.outbox.finish(
                                        claim,
                                        delivery.after(
                                                new Answer.NotTaken("broken", Optional.empty()),
                                                World.NOW,
                                                Duration.ofMillis(8))));
    }

    private static MediaAnalysis bare(String key, MediaAnalysis.Status status) {
        return new MediaAnalysis(
                World.ACME, key, "", World.NOW, status, Optional.empty(), List.of(), List.of());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
