package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.FieldException;
import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

class SqsBatchTest {
    private static final WorkspaceId FALLBACK = new WorkspaceId("default");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void response_mixedOutcomes_namesOnlyThoseToRetry() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("a"), message("b"), message("c")));

        var response =
                SqsBatch.response(
                        event,
                        List.of(
                                new Outcome.Done(false),
                                new Outcome.Retry(new RuntimeException("503")),
                                new Outcome.Poison("no JSON")));

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("b");
    }

    @Test
    void response_withFewerOutcomesThanMessages_isRefused() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("a"), message("b")));

        assertThatThrownBy(() -> SqsBatch.response(event, List.of(new Outcome.Done(true))))
                .hasMessageContaining("2 messages, got 1");
    }

    @Test
    void message_withAttributes_takesWorkspaceSourceAndTimeOfSending() {
        SQSMessage sqs = message("a");
        sqs.setAttributes(Map.of("SentTimestamp", "1700000000123"));
        sqs.setMessageAttributes(Map.of("workspace", text("acme"), "source", text("x-v2")));

        var message = SqsBatch.message(sqs, FALLBACK, CLOCK);

        assertThat(message.workspace()).isEqualTo(new WorkspaceId("acme"));
        assertThat(message.source()).contains("x-v2");
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
    }

    @Test
    void message_withoutAttributes_fallsBackToDefaultWorkspaceAndNow() {
        var message = SqsBatch.message(message("a"), FALLBACK, CLOCK);

        assertThat(message.workspace()).isEqualTo(FALLBACK);
        assertThat(message.source()).isEmpty();
        assertThat(message.sentAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void message_withBadWorkspace_namesTheValue() {
        SQSMessage sqs = message("a");
        sqs.setMessageAttributes(Map.of("workspace", text("No Such!")));

        assertThatThrownBy(() -> SqsBatch.message(sqs, FALLBACK, CLOCK))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("No Such!");
    }

    private static SQSMessage message(String id) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody("{}");
        return message;
    }

    private static MessageAttribute text(String value) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue(value);
        return attribute;
    }
}
