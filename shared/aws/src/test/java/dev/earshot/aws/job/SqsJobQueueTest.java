package dev.earshot.aws.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.client.Clients;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobInbox.Delivery;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostFiles;
import dev.earshot.testkit.contract.JobQueueContract;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The contract on ElasticMQ. */
final class SqsJobQueueTest extends JobQueueContract {
    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1")
                    .withDynamicPort()
                    .withAWSRegion("eu-central-1")
                    .start();
    private final SqsClient client = client(server);
    private final String queueUrl = client.createQueue(c -> c.queueName("jobs")).queueUrl();

    private final SqsJobInbox inbox = new SqsJobInbox(client, queueUrl);

    @Override
    protected JobQueue queue() {
        return new SqsJobQueue(client, queueUrl);
    }

    @Override
    protected List<Job> received() {
        return inbox.receive(10, Duration.ofSeconds(3), Duration.ofSeconds(30)).stream()
                .map(delivery -> job(delivery.body()))
                .toList();
    }

    @Test
    void message_hidden_comesAgainWhenItsTimeIsUp() {
        submitPictures();
        Delivery first = one(Duration.ofSeconds(3), Duration.ofSeconds(60));

        assertThat(inbox.receive(10, Duration.ZERO, Duration.ofSeconds(60))).isEmpty();
        inbox.hide(first, Duration.ZERO);
        Delivery second = one(Duration.ofSeconds(3), Duration.ofSeconds(60));

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.receives()).isEqualTo(first.receives() + 1);
        assertThat(second.sentAt()).isEqualTo(first.sentAt()).isAfter(Instant.EPOCH);
    }

    @Test
    void message_deleted_isGoneAndHidingItDoesNothing() {
        submitPictures();
        Delivery delivery = one(Duration.ofSeconds(3), Duration.ofSeconds(60));

        inbox.delete(delivery);
        inbox.hide(delivery, Duration.ZERO);

        assertThat(inbox.receive(10, Duration.ofSeconds(1), Duration.ofSeconds(60))).isEmpty();
    }

    private void submitPictures() {
        var task = new Task.Pictures("media/");
        queue().submit(new Job("a", new WorkspaceId("acme"), task, Instant.EPOCH));
    }

    private Delivery one(Duration wait, Duration hidden) {
        return inbox.receive(10, wait, hidden).getFirst();
    }

    @AfterEach
    void stop() {
        server.stopAndWait();
    }

    private static SqsClient client(SQSRestServer server) {
        int port = server.waitUntilStarted().localAddress().getPort();
        return new Clients(LocalDynamo.access(URI.create("http://127.0.0.1:" + port))).sqs();
    }

    private static Job job(String body) {
        try {
            JsonNode json = new ObjectMapper().readTree(body);
            return new Job(
                    json.get("id").asText(),
                    new WorkspaceId(json.get("workspace").asText()),
                    task(json),
                    Instant.parse(json.get("createdAt").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("the body must be JSON", e);
        }
    }

    private static Task task(JsonNode json) {
        if (json.has("format")) {
            return new Task.Export(
                    json.get("brand").asText(),
                    ExportContent.of(json.get("what").asText()).orElseThrow(),
                    ExportFormat.of(json.get("format").asText()).orElseThrow(),
                    Instant.parse(json.get("from").asText()),
                    Instant.parse(json.get("to").asText()));
        }
        if (json.has("brand")) {
            return new Task.Claim(json.get("brand").asText());
        }
        if (json.has("prefix")) {
            return new Task.Pictures(json.get("prefix").asText());
        }
        return json.get("kind").asText().equals("video")
                ? new Task.Video(json.get("key").asText(), json.get("version").asText())
                : new Task.Posts(
                        json.get("key").asText(),
                        Optional.ofNullable(json.get("source")).map(JsonNode::asText),
                        hints(json));
    }

    private static PostFiles.Hints hints(JsonNode json) {
        var columns = new LinkedHashMap<String, String>();
        json.path("columns")
                .properties()
                .forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
        return new PostFiles.Hints(
                columns, Optional.ofNullable(json.get("dates")).map(JsonNode::asText));
    }
}
