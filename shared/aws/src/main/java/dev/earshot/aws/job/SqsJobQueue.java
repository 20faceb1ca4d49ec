package dev.earshot.aws.job;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostFiles;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Jobs on an SQS queue, as JSON: {@code {"id","kind","workspace","createdAt"}} with {@code key} and
 * {@code version} of a video, {@code key}, {@code source}, {@code columns} and {@code dates} of a
 * file of posts, or {@code prefix} of pictures. Thread-safe.
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
        return "{\"id\":"
                + quoted(job.id())
                + ",\"kind\":"
                + quoted(job.task().kind())
                + ",\"workspace\":"
                + quoted(job.workspace().value())
                + task(job.task())
                + ",\"createdAt\":"
                + quoted(job.createdAt().toString())
                + "}";
    }

    private static String task(Task task) {
        return switch (task) {
            case Task.Video video ->
                    ",\"key\":" + quoted(video.key()) + ",\"version\":" + quoted(video.version());
            case Task.Posts posts ->
                    ",\"key\":"
                            + quoted(posts.key())
                            + posts.source()
                                    .map(source -> ",\"source\":" + quoted(source))
                                    .orElse("")
                            + hints(posts.hints());
            case Task.Pictures pictures -> ",\"prefix\":" + quoted(pictures.prefix());
        };
    }

    private static String hints(PostFiles.Hints hints) {
        String columns =
                hints.columns().entrySet().stream()
                        .map(column -> quoted(column.getKey()) + ":" + quoted(column.getValue()))
                        .sorted()
                        .collect(Collectors.joining(","));
        return (columns.isEmpty() ? "" : ",\"columns\":{" + columns + "}")
                + hints.dates().map(order -> ",\"dates\":" + quoted(order)).orElse("");
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
