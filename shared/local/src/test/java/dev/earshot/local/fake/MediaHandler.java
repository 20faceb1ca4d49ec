package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;

import dev.earshot.lambda.Settings;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/** Writes each notification to the table; a key that contains "throw" fails the call. */
public final class MediaHandler implements RequestHandler<S3Event, @Nullable Void> {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public MediaHandler(Settings settings) {
        this.table = settings.require("TABLE_NAME");
        this.dynamoDb = PostsHandler.dynamoDb(settings);
    }

    @Override
    public @Nullable Void handleRequest(S3Event event, Context context) {
        for (S3EventNotification.S3EventNotificationRecord record : event.getRecords()) {
            S3EventNotification.S3ObjectEntity object = record.getS3().getObject();
            Long size = object.getSizeAsLong();
            dynamoDb.putItem(
                    request ->
                            request.tableName(table)
                                    .item(
                                            Map.of(
                                                    "PK", AttributeValue.fromS("media"),
                                                    "SK",
                                                            AttributeValue.fromS(
                                                                    object.getUrlDecodedKey()),
                                                    "event",
                                                            AttributeValue.fromS(
                                                                    record.getEventName()),
                                                    "size",
                                                            AttributeValue.fromN(
                                                                    String.valueOf(
                                                                            size == null
                                                                                    ? -1
                                                                                    : size)),
                                                    "eTag",
                                                            AttributeValue.fromS(
                                                                    String.valueOf(
                                                                            object.geteTag())))));
            if (object.getUrlDecodedKey().contains("throw")) {
                throw new IllegalStateException("told to throw");
            }
        }
        return null;
    }
}
