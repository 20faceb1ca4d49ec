package dev.earshot.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.JobQueue;
import dev.earshot.testkit.contract.JobQueueContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The contract on ElasticMQ. */
final class SqsJobQueueTest extends JobQueueContract {
    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1")
                    .withDynamicPort()
                    .withAWSRegion("eu-central-1")
                    .start();
    private final SqsClient client = client(server);
    private final String queueUrl = client.createQueue(c -> c.queueName("jobs")).queueUrl();

    @Override
    protected JobQueue queue() {
        return new SqsJobQueue(client, queueUrl);
    }

    @Override
    protected List<JobQueue.Job> received() {
        return client
                .receiveMessage(
                        r -> r.queueUrl(queueUrl).waitTimeSeconds(3).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(SqsJobQueueTest::job)
                .toList();
    }

    @AfterEach
    void stop() {
        server.stopAndWait();
    }

    private static SqsClient client(SQSRestServer server) {
        int port = server.waitUntilStarted().localAddress().getPort();
        return new Clients(LocalDynamo.access(URI.create("http://127.0.0.1:" + port))).sqs();
    }

    private static JobQueue.Job job(Message message) {
        try {
            JsonNode json = new ObjectMapper().readTree(message.body());
            return new JobQueue.Job(
                    json.get("id").asText(),
                    json.get("kind").asText(),
                    new WorkspaceId(json.get("workspace").asText()),
                    json.get("key").asText(),
                    Instant.parse(json.get("createdAt").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("the body must be JSON", e);
        }
    }
}
