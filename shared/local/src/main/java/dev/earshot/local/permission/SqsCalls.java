package dev.earshot.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.List;

/**
 * What requests to SQS ask to be allowed. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html">actions</a>
 */
public final class SqsCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String arnPrefix;

    /**
     * Reader of requests.
     *
     * @param arnPrefix of every queue's ARN, up to its name
     */
    public SqsCalls(String arnPrefix) {
        this.arnPrefix = arnPrefix;
    }

    /**
     * What a request asks for.
     *
     * @param operation such as {@code SendMessageBatch}, which needs no more than {@code
     *     SendMessage}
     */
    public List<Call> of(String operation, byte[] body) throws IOException {
        JsonNode request = JSON.readTree(body);
        String url = request.path("QueueUrl").asText(request.path("QueueName").asText("*"));
        return List.of(
                new Call(
                        "sqs:" + operation.replaceFirst("Batch$", ""),
                        arnPrefix + url.substring(url.lastIndexOf('/') + 1)));
    }
}
