package dev.earshot.local.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The JSON that the event source of a table's stream sends to a function, and the answer that it
 * understands.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">format</a>
 */
final class StreamEvents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamEvents() {}

    /** One record as it stands in an event. */
    static ObjectNode record(Record record, String streamArn, String region) {
        ObjectNode node = JSON.createObjectNode();
        node.put("eventID", record.eventID());
        node.put("eventName", record.eventNameAsString());
        node.put("eventVersion", "1.1");
        node.put("eventSource", "aws:dynamodb");
        node.put("awsRegion", region);
        ObjectNode change = node.putObject("dynamodb");
        change.put(
                "ApproximateCreationDateTime",
                record.dynamodb().approximateCreationDateTime().getEpochSecond());
        change.set("Keys", item(record.dynamodb().keys()));
        if (record.dynamodb().hasNewImage()) {
            change.set("NewImage", item(record.dynamodb().newImage()));
        }
        if (record.dynamodb().hasOldImage()) {
            change.set("OldImage", item(record.dynamodb().oldImage()));
        }
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("SizeBytes", record.dynamodb().sizeBytes());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        node.put("eventSourceARN", streamArn);
        return node;
    }

    static byte[] event(List<ObjectNode> records) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode array = root.putArray("Records");
        records.forEach(array::add);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new DeliveryException("a batch cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /**
     * How many records of a batch were handled, before the first that was not. As on AWS, an answer
     * that names no record of the batch, or is none, fails the whole batch.
     */
    static int handled(byte[] answer, List<ObjectNode> records) {
        JsonNode root;
        try {
            root = JSON.readTree(answer);
        } catch (IOException e) {
            return 0;
        }
        int first = records.size();
        for (JsonNode failure : root.path("batchItemFailures")) {
            first = Math.min(first, place(failure.path("itemIdentifier").asText(""), records));
        }
        return first;
    }

    private static int place(String sequenceNumber, List<ObjectNode> records) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).at("/dynamodb/SequenceNumber").asText().equals(sequenceNumber)) {
                return i;
            }
        }
        return 0;
    }

    private static ObjectNode item(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.createObjectNode();
        item.forEach((name, value) -> node.set(name, attribute(value)));
        return node;
    }

    private static ObjectNode attribute(AttributeValue value) {
        ObjectNode node = JSON.createObjectNode();
        switch (value.type()) {
            case S -> node.put("S", value.s());
            case N -> node.put("N", value.n());
            case BOOL -> node.put("BOOL", value.bool());
            case NUL -> node.put("NULL", true);
            case B -> node.put("B", base64(value.b()));
            case SS -> value.ss().forEach(node.putArray("SS")::add);
            case NS -> value.ns().forEach(node.putArray("NS")::add);
            case BS -> {
                ArrayNode array = node.putArray("BS");
                value.bs().forEach(each -> array.add(base64(each)));
            }
            case L -> {
                ArrayNode array = node.putArray("L");
                value.l().forEach(each -> array.add(attribute(each)));
            }
            case M -> node.set("M", item(value.m()));
            case UNKNOWN_TO_SDK_VERSION ->
                    throw new DeliveryException("an attribute of an unknown type: " + value);
        }
        return node;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
