package dev.earshot.aws.queue;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.PostQueue;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts on an SQS queue, with the attributes {@code workspace} and {@code source}. Characters that
 * SQS refuses are escaped, so bodies must be JSON or NDJSON. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
public final class SqsPostQueue implements PostQueue {
    private final SqsClient client;
    private final String queueUrl;

    public SqsPostQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(WorkspaceId workspace, Optional<String> source, String body) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put("workspace", text(workspace.value()));
        source.ifPresent(name -> attributes.put("source", text(name)));
        Failures.in(
                "queue posts",
                () ->
                        client.sendMessage(
                                send ->
                                        send.queueUrl(queueUrl)
                                                .messageBody(sendable(body))
                                                .messageAttributes(attributes)));
    }

    /**
     * JSON allows U+FFFE and U+FFFF inside of texts; SQS refuses a message that holds one, and with
     * it all of its posts. Everything else that SQS refuses is no JSON either.
     */
    private static String sendable(String json) {
        return json.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
