package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.template.SamEnvironment;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import software.amazon.awssdk.core.sync.RequestBody;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/**
 * The functions as {@code sam local} runs them, against the embedded cloud: under Lambda's runtime
 * interface client, in a JVM of their own, with the environment that SAM would give them. Only
 * SAM's base image is missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamLocalTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)=(\\S+)");
    private static final String BRIDGE = "172.17.0.1";

    private final Path folder;
    private final EmbeddedCloud cloud;
    private final SamEnvironment sam;
    private final Map<String, String> shell = new LinkedHashMap<>();

    /** In place of the bridge's address: any of the loopback's, so that two runs don't meet. */
    private final String address;

    SamLocalTest() throws Exception {
        folder = Files.createTempDirectory("earshot-sam");
        cloud = FakeStack.startWithRealApi(folder);
        sam = new SamEnvironment(Project.template(), Project.root().resolve("events/env.json"));
        Random random = new Random();
        address =
                "127.%d.%d.%d"
                        .formatted(
                                1 + random.nextInt(250),
                                random.nextInt(250),
                                1 + random.nextInt(250));
        Matcher exports = EXPORT.matcher(Files.readString(cloud.openToContainers(address)));
        while (exports.find()) {
            shell.put(exports.group(1), exports.group(2));
        }
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    private RuntimeApi start(String function) throws Exception {
        Map<String, String> environment = new LinkedHashMap<>(sam.of(function, shell));
        environment.replaceAll((name, value) -> value.replace(BRIDGE, address));
        // A part of the image, which is not built here.
        environment.computeIfPresent("MODELS_DIR", (name, value) -> Project.models().toString());
        return new RuntimeApi(
                sam.handler(function), environment, folder.resolve(function + ".log"));
    }

    private static String event(String file) throws IOException {
        return Files.readString(Project.root().resolve("events").resolve(file));
    }

    /** A GET of the HTTP API by somebody whom the authorizer let in. */
    private static String get(String path) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(event("http-get-post.json"));
        event.put("rawPath", path);
        event.remove("pathParameters");
        ((ObjectNode) event.at("/requestContext/http")).put("path", path);
        return event.toString();
    }

    private static String explanation(String platform, String id) throws IOException {
        ObjectNode event =
                (ObjectNode)
                        JSON.readTree(get("/v1/posts/" + platform + "/" + id + "/explanation"));
        event.putObject("pathParameters").put("platform", platform).put("id", id);
        return event.toString();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private JsonNode answer(RuntimeApi runtime, String event) throws Exception {
        String answer = runtime.invoke(event);
        assertThat(answer).as(logs()).doesNotStartWith("error");
        return JSON.readTree(answer);
    }

    private String logs() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            for (Path file : files) {
                text.append(file.getFileName()).append('\n').append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private int status(RuntimeApi runtime, String event) throws Exception {
        return answer(runtime, event).path("statusCode").asInt();
    }

    @Test
    void envVars_setNothingThatTheTemplateDoesNotDeclare() {
        Set<String> declared = new HashSet<>();
        cloud.template()
                .functions()
                .forEach(each -> declared.addAll(sam.declared(each.id()).keySet()));

        assertThat(declared).containsAll(sam.overrides().keySet());
    }

    @Test
    void envVars_nameThePortsAndResourcesOfTheEmbeddedCloud() {
        Endpoints endpoints = cloud.endpoints();

        assertThat(sam.overrides())
                .containsEntry("TABLE_NAME", endpoints.tables().get("main"))
                .containsEntry("MEDIA_BUCKET", endpoints.buckets().get("media"))
                .containsEntry("VAULT_BUCKET", endpoints.buckets().get("vault"))
                .containsEntry(
                        "DYNAMODB_ENDPOINT",
                        "http://" + BRIDGE + ":" + ContainerAccess.DYNAMODB_PORT)
                .containsEntry("S3_ENDPOINT", "http://" + BRIDGE + ":" + ContainerAccess.S3_PORT)
                .containsEntry("SQS_ENDPOINT", "http://" + BRIDGE + ":" + ContainerAccess.SQS_PORT)
                .containsEntry(
                        "LAMBDA_ENDPOINT", "http://" + BRIDGE + ":" + ContainerAccess.LAMBDA_PORT);
    }

    @Test
    void queryApi_eachOfItsEvents_isAnsweredAsDocumented() throws Exception {
        try (RuntimeApi api = start("QueryApiFunction")) {
            assertThat(status(api, event("http-health.json"))).isEqualTo(200);
            assertThat(status(api, event("http-openapi.json"))).isEqualTo(200);
            assertThat(status(api, event("http-put-brand.json"))).isEqualTo(201);
            assertThat(status(api, event("http-get-summary.json"))).isEqualTo(200);
            assertThat(status(api, event("http-get-post.json"))).isEqualTo(404);
            assertThat(status(api, event("http-create-upload.json"))).isEqualTo(201);
            JsonNode posts = answer(api, event("http-post-posts.json"));
            assertThat(JSON.readTree(posts.path("body").asText()))
                    .isEqualTo(
                            JSON.readTree(
                                    "{\"accepted\":1,\"removed\":1,\"ignored\":0,\"rejected\":[]}"));
        }
    }

    @Test
    void manageKeys_itsEvent_issuesAKeyThatOpens() throws Exception {
        try (RuntimeApi keys = start("ManageKeysFunction");
                RuntimeApi authorizer = start("ApiKeyAuthorizerFunction")) {
            JsonNode issued = answer(keys, event("http-issue-key.json"));

            assertThat(issued.path("statusCode").asInt()).as(logs()).isEqualTo(201);
            String key = JSON.readTree(issued.path("body").asText()).path("key").asText();
            assertThat(
                            answer(
                                            authorizer,
                                            event("authorizer.json")
                                                    .replace("\"example\"", "\"" + key + "\""))
                                    .path("isAuthorized")
                                    .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void authorizer_unknownKeyAndTheStacksKey_areTold() throws Exception {
        try (RuntimeApi authorizer = start("ApiKeyAuthorizerFunction")) {
            String event = event("authorizer.json");

            assertThat(answer(authorizer, event).path("isAuthorized").asBoolean(true)).isFalse();
            assertThat(
                            answer(
                                            authorizer,
                                            event.replace(
                                                    "\"example\"",
                                                    "\"" + cloud.endpoints().apiKey() + "\""))
                                    .path("isAuthorized")
                                    .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void scoring_itsSchedule_ends() throws Exception {
        try (RuntimeApi scoring = start("ScoreInfluencersFunction")) {
            assertThat(answer(scoring, event("schedule.json")).isObject()).isTrue();
        }
    }

    @Test
    void privacySweep_itsSchedule_ends() throws Exception {
        try (RuntimeApi sweep = start("SweepPrivacyFunction")) {
            assertThat(answer(sweep, event("schedule.json")).path("fulfilled").asInt(-1)).isZero();
        }
    }

    @Test
    void posts_ofItsQueue_areReadAndThenExplained() throws Exception {
        try (RuntimeApi posts = start("AnalyzePostsFunction");
                RuntimeApi api = start("QueryApiFunction");
                RuntimeApi explaining = start("ExplainPostFunction")) {
            assertThat(answer(posts, event("sqs-posts.json")))
                    .isEqualTo(JSON.readTree("{\"batchItemFailures\":[]}"));

            JsonNode read = answer(api, get("/v1/posts/mastodon/1"));
            assertThat(JSON.readTree(read.path("body").asText()).at("/sentiment/label").asText())
                    .as(read.toString())
                    .isEqualTo("positive");
            assertThat(status(explaining, explanation("mastodon", "1"))).isEqualTo(200);
        }
    }

    @Test
    void media_uploadedAndRemoved_areReadAndForgotten() throws Exception {
        String bucket = cloud.endpoints().buckets().get("media");
        String key = "media/default/in the park (café + \uD83D\uDE00).jpg";
        String encoded = "in+the+park+%28caf%C3%A9+%2B+%F0%9F%98%80%29.jpg";
        cloud.clients()
                .s3()
                .putObject(
                        request -> request.bucket(bucket).key(key),
                        RequestBody.fromBytes(picture()));
        String asked = get("/v1/media/" + key);
        try (RuntimeApi media = start("AnalyzeMediaFunction");
                RuntimeApi api = start("QueryApiFunction")) {
            assertThat(answer(media, event("sqs-media.json")))
                    .isEqualTo(JSON.readTree("{\"batchItemFailures\":[]}"));
            assertThat(status(api, asked)).as(logs()).isEqualTo(200);
            media.invoke(event("s3-media.json"));
            assertThat(status(api, asked)).as(logs()).isEqualTo(200);
            cloud.clients().s3().deleteObject(request -> request.bucket(bucket).key(key));
            // The same picture, removed after it was uploaded.
            media.invoke(
                    event("s3-media-removed.json")
                            .replace("in+the+park.jpg", encoded)
                            .replace("0006473F5D2A1B3C4D", "0006473F5D2A1B3C4E"));
            assertThat(status(api, asked)).isEqualTo(404);
        }
    }
}
