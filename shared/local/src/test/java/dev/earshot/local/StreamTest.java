package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.local.fake.StreamHandler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A table's stream calls a function. */
final class StreamTest {
    private static final String TEMPLATE =
            """
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - {AttributeName: PK, AttributeType: S}
                    - {AttributeName: SK, AttributeType: S}
                  KeySchema:
                    - {AttributeName: PK, KeyType: HASH}
                    - {AttributeName: SK, KeyType: RANGE}
                  StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
              FailuresQueue: {Type: AWS::SQS::Queue, Properties: {QueueName: failures}}
              ChangesFunction:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: changes
                  Handler: dev.earshot.local.fake.StreamHandler::handleRequest
                  Events:
                    Changes:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Table.StreamArn
                        StartingPosition: TRIM_HORIZON
                        BatchSize: 10
                        MaximumRetryAttempts: 2
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt FailuresQueue.Arn}}
                        FilterCriteria:
                          Filters:
                            - Pattern: '{"dynamodb":{"Keys":{"PK":{"S":[{"prefix":"once"},{"prefix":"never"},"a"]}}}}'
            """;

    private static EmbeddedCloud start(Path folder) throws Exception {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, TEMPLATE);
        return EmbeddedCloud.start(
                new EmbeddedCloud.Options(
                        file,
                        folder.resolve("state"),
                        true,
                        0,
                        Map.of(),
                        Map.of(),
                        1,
                        Clock.systemUTC()));
    }

    private static void put(EmbeddedCloud cloud, String key, int n) {
        cloud.clients()
                .dynamoDb()
                .putItem(
                        request ->
                                request.tableName(cloud.endpoints().tables().get("main"))
                                        .item(
                                                Map.of(
                                                        "PK",
                                                        AttributeValue.fromS(key),
                                                        "SK",
                                                        AttributeValue.fromS("only"),
                                                        "n",
                                                        AttributeValue.fromN(String.valueOf(n)))));
    }

    private static int failures(EmbeddedCloud cloud) {
        return Integer.parseInt(
                cloud.clients()
                        .sqs()
                        .getQueueAttributes(
                                request ->
                                        request.queueUrl(
                                                        cloud.template()
                                                                .queue("FailuresQueue")
                                                                .url())
                                                .attributeNames(QueueAttributeName.ALL))
                        .attributes()
                        .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @Test
    void changes_inTheirOrder_reachTheFunctionAcrossAFailureAndARestart(@TempDir Path folder)
            throws Exception {
        StreamHandler.HANDLED.clear();
        try (EmbeddedCloud cloud = start(folder)) {
            put(cloud, "a", 1);
            put(cloud, "b", 1);
            put(cloud, "once", 1);
            put(cloud, "a", 2);
            FakeStack.await("three changes", () -> StreamHandler.HANDLED.size() == 3);
        }
        try (EmbeddedCloud cloud = start(folder)) {
            put(cloud, "a", 3);
            FakeStack.await("the fourth", () -> StreamHandler.HANDLED.size() >= 4);
        }

        assertThat(StreamHandler.HANDLED)
                .isEqualTo(List.of("INSERT a=1", "INSERT once=1", "MODIFY a=2", "MODIFY a=3"));
    }

    @Test
    void change_thatAlwaysFails_isReportedAndHoldsUpNothing(@TempDir Path folder) throws Exception {
        StreamHandler.HANDLED.clear();
        try (EmbeddedCloud cloud = start(folder)) {
            put(cloud, "never", 1);
            FakeStack.await("the report", () -> failures(cloud) == 1);
            put(cloud, "a", 1);
            FakeStack.await("the next change", () -> !StreamHandler.HANDLED.isEmpty());
        }

        assertThat(StreamHandler.HANDLED).isEqualTo(List.of("INSERT a=1"));
    }
}
