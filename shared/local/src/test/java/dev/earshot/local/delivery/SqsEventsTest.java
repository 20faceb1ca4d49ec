package dev.earshot.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class SqsEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Message> TWO = List.of(message("a"), message("b"));

    private static Message message(String id) {
        return Message.builder()
                .messageId(id)
                .receiptHandle("r")
                .body("é")
                .md5OfBody("m")
                .attributes(Map.of(MessageSystemAttributeName.SENDER_ID, "s"))
                .messageAttributes(
                        Map.of(
                                "source",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("x")
                                        .build()))
                .build();
    }

    private static Set<String> failures(String answer) {
        return SqsEvents.failures(answer.getBytes(StandardCharsets.UTF_8), TWO);
    }

    @Test
    void answer_namesTheFailures() {
        assertThat(failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}"))
                .containsExactly("b");
        assertThat(failures("{\"batchItemFailures\":[]}")).isEmpty();
        assertThat(failures("{\"batchItemFailures\":null}")).isEmpty();
        assertThat(failures("null")).isEmpty();
    }

    @Test
    void answer_thatNamesNobody_failsAll() {
        assertThat(failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"z\"}]}"))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}"))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(failures("not json")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void event_hasTheFieldsOfTheSample() throws Exception {
        JsonNode made =
                JSON.readTree(SqsEvents.event(TWO, "arn", "eu-west-1")).path("Records").path(0);
        JsonNode sample =
                JSON.readTree(
                                Files.readString(
                                        Path.of(
                                                System.getProperty("earshot.root"),
                                                "events",
                                                "sqs-posts.json")))
                        .path("Records")
                        .path(0);
        assertThat(names(made)).isEqualTo(names(sample));
        assertThat(names(made.path("messageAttributes").path("source")))
                .isEqualTo(names(sample.path("messageAttributes").path("source")));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
