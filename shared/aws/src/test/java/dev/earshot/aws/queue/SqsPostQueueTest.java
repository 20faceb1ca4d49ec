package dev.earshot.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** On ElasticMQ, which refuses the characters that SQS refuses. */
final class SqsPostQueueTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");

    private final SQSRestServer server =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    private final SqsClient client =
            SqsClient.builder()
                    .endpointOverride(
                            URI.create(
                                    "http://127.0.0.1:"
                                            + server.waitUntilStarted().localAddress().getPort()))
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
    private final String url = client.createQueue(create -> create.queueName("posts")).queueUrl();
    private final SqsPostQueue queue = new SqsPostQueue(client, url);

    @AfterEach
    void stop() {
        client.close();
        server.stopAndWait();
    }

    @Test
    void body_withCharactersThatSqsRefuses_arrivesWithTheSameTexts() throws Exception {
        String body =
                "[{\"id\":\"1\",\"text\":\"a\uFFFFb\uFFFEc\"},{\"id\":\"2\",\"text\":\"fine\"}]";

        queue.send(WORKSPACE, Optional.of("earshot"), body);

        List<Message> received =
                client.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(3))
                        .messages();
        assertThat(received).hasSize(1);
        var json = new ObjectMapper();
        assertThat(json.readTree(received.getFirst().body())).isEqualTo(json.readTree(body));
    }

    @Test
    void body_thatTheServiceRefuses_isNotRepeatedByTheFailure() {
        String canary = "jane.doe@example.com";

        assertThatThrownBy(() -> queue.send(WORKSPACE, Optional.empty(), canary + "\u0001"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not queue posts")
                .hasMessageContaining("status 400")
                .hasMessageNotContaining(canary);
    }
}
