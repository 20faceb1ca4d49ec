package dev.earshot.aws.job;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.JsonText;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostFiles;

import software.amazon.awssdk.services.sqs.SqsClient;

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
                + JsonText.quoted(job.id())
                + ",\"kind\":"
                + JsonText.quoted(job.task().kind())
                + ",\"workspace\":"
                + JsonText.quoted(job.workspace().value())
                + task(job.task())
                + ",\"createdAt\":"
                + JsonText.quoted(job.createdAt().toString())
                + "}";
    }

    private static String task(Task task) {
        return switch (task) {
            case Task.Video video ->
                    ",\"key\":"
                            + JsonText.quoted(video.key())
                            + ",\"version\":"
                            + JsonText.quoted(video.version());
            case Task.Posts posts ->
                    ",\"key\":"
                            + JsonText.quoted(posts.key())
                            + posts.source()
                                    .map(source -> ",\"source\":" + JsonText.quoted(source))
                                    .orElse("")
                            + hints(posts.hints());
            case Task.Pictures pictures -> ",\"prefix\":" + JsonText.quoted(pictures.prefix());
            case Task.Claim claim -> ",\"brand\":" + JsonText.quoted(claim.brandId());
            case Task.Export export ->
                    ",\"brand\":"
                            + JsonText.quoted(export.brandId())
                            + ",\"what\":"
                            + JsonText.quoted(export.content().key())
                            + ",\"format\":"
                            + JsonText.quoted(export.format().key())
                            + ",\"from\":"
                            + JsonText.quoted(export.from().toString())
                            + ",\"to\":"
                            + JsonText.quoted(export.to().toString());
        };
    }

    private static String hints(PostFiles.Hints hints) {
        String columns =
                hints.columns().entrySet().stream()
                        .map(
                                column ->
                                        JsonText.quoted(column.getKey())
                                                + ":"
                                                + JsonText.quoted(column.getValue()))
                        .sorted()
                        .collect(Collectors.joining(","));
        return (columns.isEmpty() ? "" : ",\"columns\":{" + columns + "}")
                + hints.dates().map(order -> ",\"dates\":" + JsonText.quoted(order)).orElse("");
    }
}
