package dev.earshot.aws.queue;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.store.MessageVisibility;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.time.Duration;

/**
 * Changes when the messages of one SQS queue come again. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">ChangeMessageVisibility</a>
 */
public final class SqsMessageVisibility implements MessageVisibility {
    private final SqsClient client;
    private final String queueUrl;

    public SqsMessageVisibility(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void hide(String receipt, Duration hidden) {
        int seconds = (int) hidden.plusMillis(999).toSeconds();
        try {
            client.changeMessageVisibility(
                    change ->
                            change.queueUrl(queueUrl)
                                    .receiptHandle(receipt)
                                    .visibilityTimeout(seconds));
        } catch (SqsException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) {
                throw Failures.because("hide a message", e);
            }
            // The message is gone, or was delivered again with a new receipt.
        } catch (SdkException e) {
            throw Failures.because("hide a message", e);
        }
    }
}
