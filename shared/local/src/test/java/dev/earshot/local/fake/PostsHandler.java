package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.earshot.lambda.Settings;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes each message to the table. A body that starts with "fail" is reported as failed, one that
 * starts with "throw" fails the call.
 */
public final class PostsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public PostsHandler(Settings settings) {
        this.table = settings.require("TABLE_NAME");
        this.dynamoDb = dynamoDb(settings);
    }

    static DynamoDbClient dynamoDb(Settings settings) {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(settings.require("AWS_REGION")))
                .endpointOverride(URI.create(settings.require("DYNAMODB_ENDPOINT")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        settings.require("AWS_ACCESS_KEY_ID"),
                                        settings.require("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            String source =
                    message.getMessageAttributes().containsKey("source")
                            ? message.getMessageAttributes().get("source").getStringValue()
                            : "none";
            String receives = message.getAttributes().get("ApproximateReceiveCount");
            dynamoDb.putItem(
                    request ->
                            request.tableName(table)
                                    .item(
                                            Map.of(
                                                    "PK", AttributeValue.fromS("post"),
                                                    "SK",
                                                            AttributeValue.fromS(
                                                                    message.getBody()
                                                                            + "#"
                                                                            + receives),
                                                    "source", AttributeValue.fromS(source),
                                                    "arn",
                                                            AttributeValue.fromS(
                                                                    message.getEventSourceArn()))));
            if (message.getBody().startsWith("throw")) {
                throw new IllegalStateException("told to throw");
            }
            if (message.getBody().startsWith("fail")) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
