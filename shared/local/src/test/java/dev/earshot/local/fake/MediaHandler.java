package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.lambda.Settings;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes each notification to the table; a key that contains "throw" fails the call. */
public final class MediaHandler implements RequestHandler<SQSEvent, @Nullable Void> {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public MediaHandler(Settings settings) {
        this.table = settings.require("TABLE_NAME");
        this.dynamoDb = PostsHandler.dynamoDb(settings);
    }

    @Override
    public @Nullable Void handleRequest(SQSEvent event, Context context) {
        event.getRecords().forEach(message -> notification(message.getBody()));
        return null;
    }

    private void notification(String body) {
        JsonNode record;
        try {
            record = new ObjectMapper().readTree(body).at("/Records/0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode object = record.at("/s3/object");
        String key = URLDecoder.decode(object.path("key").asText(), StandardCharsets.UTF_8);
        dynamoDb.putItem(
                request ->
                        request.tableName(table)
                                .item(
                                        Map.of(
                                                "PK",
                                                AttributeValue.fromS("media"),
                                                "SK",
                                                AttributeValue.fromS(key),
                                                "event",
                                                AttributeValue.fromS(
                                                        record.path("eventName").asText()),
                                                "size",
                                                AttributeValue.fromN(
                                                        object.path("size").asText("-1")),
                                                "eTag",
                                                AttributeValue.fromS(
                                                        object.path("eTag").asText()))));
        if (key.contains("throw")) {
            throw new IllegalStateException("told to throw");
        }
    }
}
