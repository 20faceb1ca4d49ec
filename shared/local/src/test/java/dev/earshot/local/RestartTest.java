package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack's data survives a restart. */
final class RestartTest {
    @Test
    void state_afterRestart_isThereWithItsKeysAndPorts(@TempDir Path folder) throws Exception {
        Endpoints before;
        try (EmbeddedCloud cloud = FakeStack.start(folder, true)) {
            before = cloud.endpoints();
            cloud.clients()
                    .dynamoDb()
                    .putItem(
                            request ->
                                    request.tableName(cloud.endpoints().tables().get("main"))
                                            .item(
                                                    Map.of(
                                                            "PK",
                                                            AttributeValue.fromS("p"),
                                                            "SK",
                                                            AttributeValue.fromS("s"))));
            cloud.clients()
                    .s3()
                    .putObject(
                            request ->
                                    request.bucket(cloud.endpoints().buckets().get("vault"))
                                            .key("text/a b+é")
                                            .contentType("text/plain"),
                            RequestBody.fromString("kept"));
            String jobs = cloud.template().queue("JobsQueue").url();
            cloud.clients()
                    .sqs()
                    .sendMessage(request -> request.queueUrl(jobs).messageBody("taken"));
            cloud.clients()
                    .sqs()
                    .sendMessage(request -> request.queueUrl(jobs).messageBody("waits"));
            List<Message> taken =
                    cloud.clients()
                            .sqs()
                            .receiveMessage(
                                    request -> request.queueUrl(jobs).maxNumberOfMessages(1))
                            .messages();
            assertThat(taken).hasSize(1);
            cloud.clients()
                    .sqs()
                    .sendMessage(
                            request ->
                                    request.queueUrl(cloud.template().queue("PostsQueue").url())
                                            .messageBody("fail-dead"));
            String dead = cloud.template().queue("PostsDeadLetterQueue").url();
            FakeStack.await("the dead letter", () -> bodies(cloud, dead).contains("fail-dead"));
        }
        try (EmbeddedCloud cloud = FakeStack.start(folder, true)) {
            assertThat(cloud.endpoints().apiKey()).isEqualTo(before.apiKey());
            assertThat(cloud.endpoints().s3()).isEqualTo(before.s3());
            assertThat(FakeStack.items(cloud, "p")).hasSize(1);
            assertThat(
                            cloud.clients()
                                    .s3()
                                    .getObjectAsBytes(
                                            request ->
                                                    request.bucket(
                                                                    cloud.endpoints()
                                                                            .buckets()
                                                                            .get("vault"))
                                                            .key("text/a b+é"))
                                    .asUtf8String())
                    .isEqualTo("kept");
            // The received message too, since its receiver is gone.
            String jobs = cloud.template().queue("JobsQueue").url();
            FakeStack.await(
                    "both jobs",
                    () -> Set.copyOf(bodies(cloud, jobs)).equals(Set.of("taken", "waits")));
            String dead = cloud.template().queue("PostsDeadLetterQueue").url();
            FakeStack.await(
                    "the dead letter again",
                    () -> bodies(cloud, dead).equals(List.of("fail-dead")));
        }
    }

    /** Reads messages without hiding them. */
    private static List<String> bodies(EmbeddedCloud cloud, String url) {
        return cloud
                .clients()
                .sqs()
                .receiveMessage(
                        request ->
                                request.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(0))
                .messages()
                .stream()
                .map(Message::body)
                .toList();
    }
}
