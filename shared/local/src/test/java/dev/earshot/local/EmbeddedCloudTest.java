package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedCloudTest {
    private final Path folder;
    private final EmbeddedCloud cloud;

    EmbeddedCloudTest() throws Exception {
        this.folder = Files.createTempDirectory("earshot-test");
        this.cloud = FakeStack.start(folder, false);
    }

    @AfterAll
    void stop() throws Exception {
        cloud.close();
        assertThat(folder.resolve("state/endpoints.json")).doesNotExist();
    }

    private String posts() {
        return cloud.template().queue("PostsQueue").url();
    }

    private List<String> bodies() {
        return FakeStack.items(cloud, "post").stream().map(item -> item.text("SK")).toList();
    }

    private int waiting(String url) {
        Map<QueueAttributeName, String> counts =
                cloud.clients()
                        .sqs()
                        .getQueueAttributes(
                                request ->
                                        request.queueUrl(url)
                                                .attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return Integer.parseInt(counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(
                        counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    @Test
    void message_withAttributes_reachesHandler() throws Exception {
        cloud.clients()
                .sqs()
                .sendMessage(
                        request ->
                                request.queueUrl(posts())
                                        .messageBody("hello")
                                        .messageAttributes(
                                                Map.of(
                                                        "source",
                                                        MessageAttributeValue.builder()
                                                                .dataType("String")
                                                                .stringValue("mastodon")
                                                                .build())));
        FakeStack.await("the message", () -> bodies().contains("hello#1"));
        FakeStack.Item item =
                FakeStack.items(cloud, "post").stream()
                        .filter(each -> each.text("SK").equals("hello#1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(item.text("source")).isEqualTo("mastodon");
        assertThat(item.text("arn")).isEqualTo("arn:aws:sqs:eu-west-1:000000000000:earshot-posts");
    }

    @Test
    void batch_withOneFailure_redeliversOnlyItUntilDeadLetter() throws Exception {
        cloud.clients()
                .sqs()
                .sendMessageBatch(
                        request ->
                                request.queueUrl(posts())
                                        .entries(
                                                SendMessageBatchRequestEntry.builder()
                                                        .id("a")
                                                        .messageBody("good")
                                                        .build(),
                                                SendMessageBatchRequestEntry.builder()
                                                        .id("b")
                                                        .messageBody("fail-1")
                                                        .build()));
        String dead = cloud.template().queue("PostsDeadLetterQueue").url();
        FakeStack.await("five receives", () -> bodies().contains("fail-1#5"));
        assertThat(cloud.waiting())
                .contains(new WaitingMessages("earshot-analyze-posts", 0, 1, ""));
        FakeStack.await(
                "the dead letter",
                () ->
                        cloud
                                .clients()
                                .sqs()
                                .receiveMessage(
                                        request -> request.queueUrl(dead).waitTimeSeconds(1))
                                .messages()
                                .stream()
                                .anyMatch(message -> message.body().equals("fail-1")));
        assertThat(bodies()).contains("good#1").doesNotContain("good#2", "fail-1#6");
    }

    @Test
    void call_thatThrows_deletesNothing() throws Exception {
        cloud.clients()
                .sqs()
                .sendMessage(request -> request.queueUrl(posts()).messageBody("throw-1"));
        FakeStack.await("the second receive", () -> bodies().contains("throw-1#2"));
    }

    @Test
    void object_withOddKey_isAnnouncedDecodable() throws Exception {
        String key = "media/a b+c%20é😀 (1).jpg";
        cloud.clients()
                .s3()
                .putObject(
                        request ->
                                request.bucket(cloud.endpoints().buckets().get("media")).key(key),
                        RequestBody.fromString("12345"));
        FakeStack.await("the notification", () -> !media(key).values().isEmpty());
        assertThat(media(key).text("event")).isEqualTo("ObjectCreated:Put");
        assertThat(media(key).text("size")).isEqualTo("5");
        assertThat(media(key).text("eTag")).isEqualTo("827ccb0eea8a706c4c34a16891f84e7b");
        cloud.clients()
                .s3()
                .deleteObject(
                        request ->
                                request.bucket(cloud.endpoints().buckets().get("media")).key(key));
        FakeStack.await(
                "the removal",
                () -> media(key).text("event").equals("ObjectRemoved:DeleteMarkerCreated"));
    }

    private FakeStack.Item media(String key) {
        return FakeStack.items(cloud, "media").stream()
                .filter(item -> item.text("SK").equals(key))
                .findFirst()
                .orElse(new FakeStack.Item(Map.of()));
    }

    @Test
    void object_outsidePrefix_isNotAnnounced() throws Exception {
        String bucket = cloud.endpoints().buckets().get("media");
        cloud.clients()
                .s3()
                .putObject(
                        request -> request.bucket(bucket).key("other/x.jpg"),
                        RequestBody.fromString("x"));
        cloud.clients()
                .s3()
                .putObject(
                        request -> request.bucket(bucket).key("media/after.jpg"),
                        RequestBody.fromString("x"));
        FakeStack.await("the later one", () -> !media("media/after.jpg").values().isEmpty());
        assertThat(media("other/x.jpg").values()).isEmpty();
    }

    @Test
    void notification_thatAlwaysFails_endsInTheDeadLetterQueue() throws Exception {
        cloud.clients()
                .s3()
                .putObject(
                        request ->
                                request.bucket(cloud.endpoints().buckets().get("media"))
                                        .key("media/throw.jpg"),
                        RequestBody.fromString("x"));
        String dead = cloud.template().queue("MediaDeadLetterQueue").url();
        FakeStack.await("the dead letter", () -> waiting(dead) > 0);
        assertThat(
                        cloud.clients()
                                .sqs()
                                .receiveMessage(
                                        request -> request.queueUrl(dead).waitTimeSeconds(2))
                                .messages()
                                .getFirst()
                                .body())
                .contains("media/throw.jpg");
    }

    private HttpResponse<String> http(
            String method, String path, String key, String type, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(cloud.endpoints().api() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("x-api-key", key);
        }
        if (!type.isEmpty()) {
            request.header("content-type", type);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void route_withGreedyVariable_decodesIt() throws Exception {
        HttpResponse<String> answer =
                http(
                        "GET",
                        "/v1/posts/bluesky/at%3A%2F%2Fdid/app.bsky/3k+%F0%9F%98%80?a=1&a=2&b=x%20y",
                        "good",
                        "",
                        "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "GET /v1/{proxy+} "
                                + "path={proxy=posts/bluesky/at://did/app.bsky/3k+😀} "
                                + "query={a=1,2, b=x y} workspace=acme");
        assertThat(answer.headers().firstValue("etag")).hasValue("\"1\"");
        assertThat(answer.headers().allValues("set-cookie"))
                .containsExactlyInAnyOrder("a=1", "b=2");
    }

    @Test
    void body_thatIsNotText_comesInBase64() throws Exception {
        assertThat(http("POST", "/v1/posts", "good", "application/json", "{}").body())
                .endsWith("base64=false body={}");
        assertThat(http("POST", "/v1/posts", "good", "application/x-ndjson", "{}").body())
                .endsWith("base64=true body=e30=");
    }

    @Test
    void request_withoutOrWithWrongKey_isRefused() throws Exception {
        assertThat(http("GET", "/v1/brands", "", "", "").statusCode()).isEqualTo(401);
        assertThat(http("GET", "/v1/brands", "bad", "", "").statusCode()).isEqualTo(403);
        assertThat(http("GET", "/v1/health", "", "", "").statusCode()).isEqualTo(200);
        assertThat(http("GET", "/", "", "", "").body()).isEqualTo("GET /");
    }

    @Test
    void request_pastTheAuthorizer_reachesTheApiWithNobodyVouchedFor() throws Exception {
        assertThat(http("GET", "/nothing", "good", "", "").body())
                .isEqualTo("ANY /{proxy+} path={proxy=nothing}");
        assertThat(http("PROPFIND", "/v1/posts", "good", "", "").body())
                .startsWith("ANY /{proxy+}")
                .doesNotContain("workspace=");
    }

    @Test
    void body_overTenMegabytes_is413() throws Exception {
        assertThat(
                        http(
                                        "POST",
                                        "/v1/posts",
                                        "good",
                                        "application/json",
                                        "x".repeat(10 * 1024 * 1024 + 1))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void function_thatThrows_is500() throws Exception {
        assertThat(http("GET", "/v1/models", "good", "", "").statusCode()).isEqualTo(500);
    }

    @Test
    void folder_inUse_isRefused() {
        assertThatThrownBy(() -> FakeStack.start(folder, false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("already running");
    }

    @Test
    void endpointsFile_isForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("state/endpoints.json");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Endpoints.read(file)).isEqualTo(cloud.endpoints());
    }

    @Test
    void stateFolder_isForItsOwnerAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("state"))).hasSize(3);
    }

    @Test
    void innerServers_calledByAWebPage_refuseAndDoNothing() throws Exception {
        String key = "K#" + "0".repeat(64);
        String forged =
                """
                {"TableName": "%s", "Item": {"PK": {"S": "%s"}, "SK": {"S": "K"}}}
                """
                        .formatted(cloud.endpoints().tables().get("main"), key);
        List<HttpResponse<String>> answers =
                List.of(
                        unsigned(cloud.endpoints().dynamodb(), forged, "DynamoDB_20120810.PutItem"),
                        unsigned(
                                cloud.endpoints().sqs(),
                                "Action=SendMessage&QueueUrl="
                                        + cloud.endpoints().queues().get("posts")
                                        + "&MessageBody=forged",
                                ""),
                        unsigned(
                                cloud.environment("QueryApiFunction").get("LAMBDA_ENDPOINT")
                                        + "/2015-03-31/functions/earshot-query-api/invocations",
                                "{}",
                                ""));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(403);
        assertThat(
                        cloud.clients()
                                .dynamoDb()
                                .getItem(
                                        request ->
                                                request.tableName(
                                                                cloud.endpoints()
                                                                        .tables()
                                                                        .get("main"))
                                                        .key(
                                                                Map.of(
                                                                        "PK",
                                                                        AttributeValue.fromS(key),
                                                                        "SK",
                                                                        AttributeValue.fromS("K"))))
                                .hasItem())
                .isFalse();
    }

    private static HttpResponse<String> unsigned(String url, String body, String target)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("content-type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!target.isEmpty()) {
            request.header("x-amz-target", target);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
