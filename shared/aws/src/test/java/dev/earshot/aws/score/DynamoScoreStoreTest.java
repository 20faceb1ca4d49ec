package dev.earshot.aws.score;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.testkit.contract.ScoreStoreContract;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** The contract on DynamoDB Local. */
final class DynamoScoreStoreTest extends ScoreStoreContract {
    private final DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();

    @Override
    protected ScoreStore store() {
        return new DynamoScoreStore(
                client,
                LocalDynamo.running().newTable(client),
                Retention.STANDARD,
                InstantSource.fixed(Instant.parse("2026-03-04T06:00:00Z")),
                new SecureRandom());
    }
}
