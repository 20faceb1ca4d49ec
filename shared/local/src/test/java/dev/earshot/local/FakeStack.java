package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.lambda.Settings;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The production template with small handlers in place of the real ones. */
final class FakeStack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private FakeStack() {}

    static EmbeddedCloud start(Path folder, boolean durable) throws Exception {
        return start(folder, durable, withFakeApi(withFakeModels()));
    }

    /**
     * The real HTTP API, its handlers and authorizer; only the functions with models are replaced
     * by small ones.
     */
    static EmbeddedCloud startWithRealApi(Path folder) throws Exception {
        return start(folder, false, withFakeModels());
    }

    private static EmbeddedCloud start(Path folder, boolean durable, String template)
            throws Exception {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, template);
        return EmbeddedCloud.start(
                new EmbeddedCloud.Options(
                        file,
                        folder.resolve("state"),
                        durable,
                        0,
                        Map.of(),
                        Map.of(),
                        2,
                        Clock.systemUTC()));
    }

    private static String withFakeApi(String template) {
        return template.replace("dev.earshot.queryapi.Handler", "dev.earshot.local.fake.ApiHandler")
                .replace(
                        "dev.earshot.queryapi.ApiKeyAuthorizer",
                        "dev.earshot.local.fake.Authorizer");
    }

    /**
     * Uses a short visibility timeout, and few receives, so that a failed message returns and is
     * given up while a test waits.
     */
    private static String withFakeModels() throws IOException {
        return Files.readString(Project.template())
                .replace("dev.earshot.analyzeposts.Handler", "dev.earshot.local.fake.PostsHandler")
                .replace("dev.earshot.analyzemedia.Handler", "dev.earshot.local.fake.MediaHandler")
                .replace("VisibilityTimeout: 721", "VisibilityTimeout: 1")
                .replace("VisibilityTimeout: 1080", "VisibilityTimeout: 1")
                .replace("maxReceiveCount: 12", "maxReceiveCount: 5");
    }

    /** A function's settings, with the credentials of the stack's owner. */
    static Settings asOwner(EmbeddedCloud cloud, String function) {
        Map<String, String> settings = new HashMap<>(cloud.environment(function));
        settings.put("AWS_ACCESS_KEY_ID", cloud.endpoints().accessKeyId());
        settings.put("AWS_SECRET_ACCESS_KEY", cloud.endpoints().secretAccessKey());
        return Settings.of(settings);
    }

    /** Items of a partition, each value as text; an attribute that is missing reads as "". */
    static List<Item> items(EmbeddedCloud cloud, String partition) {
        return cloud
                .clients()
                .dynamoDb()
                .query(
                        request ->
                                request.tableName(cloud.endpoints().tables().get("main"))
                                        .consistentRead(true)
                                        .keyConditionExpression("PK = :pk")
                                        .expressionAttributeValues(
                                                Map.of(":pk", AttributeValue.fromS(partition))))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    /** One item of the table. */
    record Item(Map<String, AttributeValue> values) {
        String text(String name) {
            AttributeValue value = values.get(name);
            if (value == null) {
                return "";
            }
            return value.s() != null ? value.s() : String.valueOf(value.n());
        }
    }

    /** Polls until the condition holds; fails the test if it never does. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within ten minutes: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** What the API answers, which must be a success. */
    static JsonNode ask(EmbeddedCloud cloud, String method, String path, String body)
            throws Exception {
        HttpResponse<String> answer =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(cloud.endpoints().api() + path))
                                .header("x-api-key", cloud.endpoints().apiKey())
                                .method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
