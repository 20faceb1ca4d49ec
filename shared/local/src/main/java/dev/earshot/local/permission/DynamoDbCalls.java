package dev.earshot.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What requests to DynamoDB ask to be allowed. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">actions</a>
 */
public final class DynamoDbCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EQUALITY =
            Pattern.compile("([#A-Za-z][A-Za-z0-9_]*)\\s*=\\s*(:[A-Za-z0-9_]+)");

    /** Actions of a transaction's parts; a transaction has no action of its own. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "Put", "PutItem",
                    "Update", "UpdateItem",
                    "Delete", "DeleteItem",
                    "ConditionCheck", "ConditionCheckItem",
                    "Get", "GetItem");

    private final String arnPrefix;
    private final Map<String, Map<String, String>> partitionKeys;

    /**
     * Reader of requests.
     *
     * @param arnPrefix of every table's ARN, up to its name
     * @param partitionKeys by the name of a table, the name of its partition key under "", and
     *     those of its indexes under their names
     */
    public DynamoDbCalls(String arnPrefix, Map<String, Map<String, String>> partitionKeys) {
        this.arnPrefix = arnPrefix;
        this.partitionKeys = Map.copyOf(partitionKeys);
    }

    /**
     * What a request asks for.
     *
     * @param operation such as {@code TransactWriteItems}
     */
    public List<Call> of(String operation, byte[] body) throws IOException {
        JsonNode request = JSON.readTree(body);
        return switch (operation) {
            case "TransactWriteItems", "TransactGetItems" -> transaction(request);
            case "BatchGetItem", "BatchWriteItem" -> batch(operation, request);
            case "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan" ->
                    List.of(call(operation, request));
            default ->
                    List.of(
                            new Call(
                                    "dynamodb:" + operation,
                                    arnPrefix + request.path("TableName").asText("*")));
        };
    }

    private List<Call> transaction(JsonNode request) {
        List<Call> calls = new ArrayList<>();
        for (JsonNode item : request.path("TransactItems")) {
            item.properties()
                    .forEach(
                            part ->
                                    calls.add(
                                            call(
                                                    PARTS.getOrDefault(
                                                            part.getKey(), part.getKey()),
                                                    part.getValue())));
        }
        return calls;
    }

    private List<Call> batch(String operation, JsonNode request) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        request.path("RequestItems")
                .properties()
                .forEach(
                        table -> {
                            List<String> named =
                                    keys.computeIfAbsent(table.getKey(), name -> new ArrayList<>());
                            JsonNode items = table.getValue();
                            for (JsonNode item : items.isArray() ? items : items.path("Keys")) {
                                JsonNode key = items.isArray() ? item.elements().next() : item;
                                String value = key(table.getKey(), key);
                                if (!named.contains(value)) {
                                    named.add(value);
                                }
                            }
                        });
        return keys.entrySet().stream()
                .map(
                        table ->
                                new Call(
                                        "dynamodb:" + operation,
                                        arnPrefix + table.getKey(),
                                        table.getValue()))
                .toList();
    }

    private Call call(String action, JsonNode request) {
        String table = request.path("TableName").asText();
        String index = request.path("IndexName").asText("");
        List<String> keys =
                switch (action) {
                    case "Query" -> asked(request, partitionKey(table, index));
                    case "Scan" -> List.of();
                    default -> List.of(key(table, request));
                };
        return new Call(
                "dynamodb:" + action,
                arnPrefix + table + (index.isEmpty() ? "" : "/index/" + index),
                keys);
    }

    /** The partition key in a request's or part's {@code Key} or {@code Item}, or in itself. */
    private String key(String table, JsonNode request) {
        JsonNode attributes =
                request.has("Key")
                        ? request.path("Key")
                        : request.has("Item") ? request.path("Item") : request;
        return value(attributes.path(partitionKey(table, "")));
    }

    private static List<String> asked(JsonNode request, String partitionKey) {
        Matcher equality = EQUALITY.matcher(request.path("KeyConditionExpression").asText());
        while (equality.find()) {
            String name = equality.group(1);
            String attribute =
                    name.startsWith("#")
                            ? request.path("ExpressionAttributeNames").path(name).asText()
                            : name;
            if (attribute.equals(partitionKey)) {
                return List.of(
                        value(request.path("ExpressionAttributeValues").path(equality.group(2))));
            }
        }
        return List.of();
    }

    /** A value's text, as in {@code {"S": "text"}}. */
    private static String value(JsonNode attribute) {
        return attribute.isEmpty() ? "" : attribute.elements().next().asText();
    }

    private String partitionKey(String table, String index) {
        return partitionKeys.getOrDefault(table, Map.of()).getOrDefault(index, "");
    }
}
