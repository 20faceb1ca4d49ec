package dev.earshot.aws;

import dev.earshot.core.store.JobQueue;
import java.util.Locale;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Jobs on an SQS queue, as JSON: {@code {"id","kind","workspace","key","createdAt"}}. Thread-safe.
 */
public final class SqsJobQueue implements JobQueue {
    private final SqsClient client;
    private final String queueUrl;

    public SqsJobQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void submit(Job job) {
        Failures.in(
                "queue job " + job.id(),
                () -> client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(json(job))));
    }

    private static String json(Job job) {
        return "{\"id\":" + quoted(job.id())
                + ",\"kind\":" + quoted(job.kind())
                + ",\"workspace\":" + quoted(job.workspace().value())
                + ",\"key\":" + quoted(job.key())
                + ",\"createdAt\":" + quoted(job.createdAt().toString())
                + "}";
    }

    /** A JSON string of ASCII characters only (RFC 8259, section 7). */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
