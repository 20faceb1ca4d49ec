package dev.earshot.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What requests ask to be allowed, by the authorization reference of each service. */
final class CallsTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/main";

    private final DynamoDbCalls dynamoDb =
            new DynamoDbCalls(
                    "arn:aws:dynamodb:eu-west-1:000000000000:table/",
                    Map.of("main", Map.of("", "PK", "authors", "gp")));

    private List<Call> asked(String operation, String json) throws IOException {
        return dynamoDb.of(operation, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void transaction_asksForEachOfItsParts() throws Exception {
        assertThat(
                        asked(
                                "TransactWriteItems",
                                """
                                {'TransactItems': [
                                  {'Put': {'TableName': 'main', 'Item': {'PK': {'S': 'P#1'}, 'SK': {'S': 'A'}}}},
                                  {'ConditionCheck': {'TableName': 'main', 'Key': {'PK': {'S': 'H#1'}}}},
                                  {'Update': {'TableName': 'main', 'Key': {'PK': {'S': 'B#1'}}}},
                                  {'Delete': {'TableName': 'main', 'Key': {'PK': {'S': 'Z#1'}}}}]}
                                """))
                .containsExactly(
                        new Call("dynamodb:PutItem", TABLE, List.of("P#1")),
                        new Call("dynamodb:ConditionCheckItem", TABLE, List.of("H#1")),
                        new Call("dynamodb:UpdateItem", TABLE, List.of("B#1")),
                        new Call("dynamodb:DeleteItem", TABLE, List.of("Z#1")));
    }

    @Test
    void batch_asksOnceWithAllItsKeys() throws Exception {
        assertThat(
                        asked(
                                "BatchWriteItem",
                                """
                                {'RequestItems': {'main': [
                                  {'PutRequest': {'Item': {'PK': {'S': 'I#1'}}}},
                                  {'DeleteRequest': {'Key': {'PK': {'S': 'L#1'}}}}]}}
                                """))
                .containsExactly(new Call("dynamodb:BatchWriteItem", TABLE, List.of("I#1", "L#1")));
        assertThat(
                        asked(
                                "BatchGetItem",
                                "{'RequestItems': {'main': {'Keys': [{'PK': {'S': 'N'}}, {'PK': {'S': 'N'}}]}}}"))
                .containsExactly(new Call("dynamodb:BatchGetItem", TABLE, List.of("N")));
    }

    @Test
    void query_ofTableOrIndex_asksWithTheKeyThatItNames() throws Exception {
        assertThat(
                        asked(
                                "Query",
                                """
                                {'TableName': 'main', 'KeyConditionExpression': '#p = :p AND SK > :s',
                                 'ExpressionAttributeNames': {'#p': 'PK'},
                                 'ExpressionAttributeValues': {':p': {'S': 'C#x'}, ':s': {'S': 'a'}}}
                                """))
                .containsExactly(new Call("dynamodb:Query", TABLE, List.of("C#x")));
        assertThat(
                        asked(
                                "Query",
                                """
                                {'TableName': 'main', 'IndexName': 'authors', 'KeyConditionExpression': 'gp=:g',
                                 'ExpressionAttributeValues': {':g': {'S': 'U#1'}}}
                                """))
                .containsExactly(
                        new Call("dynamodb:Query", TABLE + "/index/authors", List.of("U#1")));
        assertThat(asked("Scan", "{'TableName': 'main'}"))
                .containsExactly(new Call("dynamodb:Scan", TABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /vault/text/a%20b, '', s3:GetObject, vault/text/a b",
        "HEAD, /vault/x, '', s3:GetObject, vault/x",
        "PUT, /vault/x, partNumber=1&uploadId=2, s3:PutObject, vault/x",
        "POST, /vault/x, uploads, s3:PutObject, vault/x",
        "DELETE, /vault/x, '', s3:DeleteObject, vault/x",
        "DELETE, /vault/x, uploadId=2, s3:AbortMultipartUpload, vault/x",
        "GET, /vault, list-type=2&prefix=a, s3:ListBucket, vault",
        "GET, /vault/, versions, s3:ListBucketVersions, vault",
        "POST, /vault, delete, s3:DeleteObject, vault/*"
    })
    void objects_askByMethodAndQuery(
            String method, String path, String query, String action, String resource) {
        assertThat(S3Calls.of(new S3Calls.Received(method, path, query, Optional.empty())))
                .containsExactly(new Call(action, "arn:aws:s3:::" + resource));
    }

    @Test
    void copy_asksToReadItsSourceToo() {
        assertThat(
                        S3Calls.of(
                                new S3Calls.Received(
                                        "PUT", "/vault/x", "", Optional.of("/media/media/y"))))
                .containsExactly(
                        new Call("s3:PutObject", "arn:aws:s3:::vault/x"),
                        new Call("s3:GetObject", "arn:aws:s3:::media/media/y"));
    }

    @Test
    void batchOfMessages_asksToSend() throws Exception {
        assertThat(
                        new SqsCalls("arn:aws:sqs:eu-west-1:000000000000:")
                                .of(
                                        "SendMessageBatch",
                                        "{\"QueueUrl\": \"http://h/000000000000/jobs\"}"
                                                .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Call("sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:jobs"));
    }
}
