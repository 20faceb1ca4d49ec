package dev.earshot.aws.alert;

import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.outbox.WorkQueue;
import dev.earshot.aws.client.Failures;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Work on an SQS queue, one message each, whose body is {@link Work#written}. Thread-safe. */
public final class SqsWorkQueue implements WorkQueue {
    private static final int BATCH = 10;

    private final SqsClient client;
    private final String queueUrl;

    public SqsWorkQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(List<Work> work, Duration wait) {
        for (int start = 0; start < work.size(); start += BATCH) {
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (Work each : work.subList(start, Math.min(work.size(), start + BATCH))) {
                entries.add(
                        SendMessageBatchRequestEntry.builder()
                                .id(String.valueOf(entries.size()))
                                .messageBody(each.written())
                                // A second more than too early: a message that comes before its
                                // time is done for nothing.
                                .delaySeconds((int) Math.ceilDiv(wait.toMillis(), 1_000L))
                                .build());
            }
            SendMessageBatchResponse response =
                    Failures.in(
                            "queue work of alerts",
                            () ->
                                    client.sendMessageBatch(
                                            send -> send.queueUrl(queueUrl).entries(entries)));
            if (response.hasFailed() && !response.failed().isEmpty()) {
                throw new StoreException(
                        "could not queue work of alerts: " + response.failed().getFirst().code(),
                        null);
            }
        }
    }
}
