package dev.earshot.aws.job;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.job.JobInbox;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The jobs queue on SQS, read by long polls. Thread-safe. */
public final class SqsJobInbox implements JobInbox {
    private final SqsClient client;
    private final String queueUrl;

    /**
     * @param client its timeout must be longer than a long poll
     */
    public SqsJobInbox(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public List<Delivery> receive(int most, Duration wait, Duration hidden) {
        return Failures.in(
                "receive jobs",
                () ->
                        client
                                .receiveMessage(
                                        receive ->
                                                receive.queueUrl(queueUrl)
                                                        .maxNumberOfMessages(most)
                                                        .waitTimeSeconds((int) wait.toSeconds())
                                                        .visibilityTimeout(seconds(hidden))
                                                        .messageSystemAttributeNames(
                                                                MessageSystemAttributeName
                                                                        .APPROXIMATE_RECEIVE_COUNT,
                                                                MessageSystemAttributeName
                                                                        .SENT_TIMESTAMP))
                                .messages()
                                .stream()
                                .map(SqsJobInbox::delivery)
                                .toList());
    }

    @Override
    public void hide(Delivery delivery, Duration hidden) {
        try {
            client.changeMessageVisibility(
                    change ->
                            change.queueUrl(queueUrl)
                                    .receiptHandle(delivery.receipt())
                                    .visibilityTimeout(seconds(hidden)));
        } catch (SqsException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) {
                throw Failures.because("hide a job's message", e);
            }
            // The message is gone, or was delivered again with a new receipt.
        } catch (SdkException e) {
            throw Failures.because("hide a job's message", e);
        }
    }

    @Override
    public void delete(Delivery delivery) {
        Failures.in(
                "delete a job's message",
                () ->
                        client.deleteMessage(
                                delete ->
                                        delete.queueUrl(queueUrl)
                                                .receiptHandle(delivery.receipt())));
    }

    private static Delivery delivery(Message message) {
        var attributes = message.attributes();
        String receives =
                attributes.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        String sent = attributes.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
        return new Delivery(
                message.messageId(),
                message.receiptHandle(),
                message.body(),
                Integer.parseInt(receives),
                Instant.ofEpochMilli(Long.parseLong(sent)));
    }

    private static int seconds(Duration duration) {
        return (int) duration.plusMillis(999).toSeconds();
    }
}
