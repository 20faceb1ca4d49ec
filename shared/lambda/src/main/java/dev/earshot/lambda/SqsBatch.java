package dev.earshot.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.FieldException;
import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostMessage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Translates between SQS and the use cases: messages in, a partial batch response out. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial
 *     batch responses</a>
 */
public final class SqsBatch {
    private SqsBatch() {}

    /**
     * A message's body with its attributes {@code workspace} and {@code source}.
     *
     * @throws FieldException if the attribute {@code workspace} is not a valid workspace id
     */
    public static PostMessage message(
            SQSMessage message, WorkspaceId fallback, InstantSource clock) {
        WorkspaceId workspace =
                attribute(message, "workspace").map(WorkspaceId::new).orElse(fallback);
        return message(message, workspace, attribute(message, "source"), clock);
    }

    /** A message's body in a workspace that the caller chose. */
    public static PostMessage message(
            SQSMessage message,
            WorkspaceId workspace,
            Optional<String> source,
            InstantSource clock) {
        String body = Optional.ofNullable(message.getBody()).orElse("");
        return new PostMessage(
                message.getMessageId(), workspace, source, body, sentAt(message, clock));
    }

    /**
     * Names the messages that must be delivered again: those whose outcome is {@link
     * Outcome.Retry}.
     */
    public static SQSBatchResponse response(SQSEvent event, List<Outcome> outcomes) {
        List<SQSMessage> messages = event.getRecords();
        if (messages.size() != outcomes.size()) {
            throw new IllegalArgumentException(
                    "need one outcome for each of "
                            + messages.size()
                            + " messages, got "
                            + outcomes.size());
        }
        return new SQSBatchResponse(
                IntStream.range(0, outcomes.size())
                        .filter(i -> outcomes.get(i) instanceof Outcome.Retry)
                        .mapToObj(i -> new BatchItemFailure(messages.get(i).getMessageId()))
                        .toList());
    }

    private static Optional<String> attribute(SQSMessage message, String name) {
        return Optional.ofNullable(message.getMessageAttributes())
                .map(attributes -> attributes.get(name))
                .map(SQSEvent.MessageAttribute::getStringValue)
                .filter(value -> !value.isBlank());
    }

    private static Instant sentAt(SQSMessage message, InstantSource clock) {
        Map<String, String> system = message.getAttributes();
        String sent = system == null ? null : system.get("SentTimestamp");
        return sent == null ? clock.instant() : Instant.ofEpochMilli(Long.parseLong(sent));
    }
}
