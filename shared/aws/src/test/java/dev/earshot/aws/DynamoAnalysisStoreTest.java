package dev.earshot.aws;

import dev.earshot.core.store.AnalysisStore;
import dev.earshot.testkit.contract.AnalysisStoreContract;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract on DynamoDB Local. */
final class DynamoAnalysisStoreTest extends AnalysisStoreContract {
    private final DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();

    @Override
    protected AnalysisStore store() {
        return new DynamoAnalysisStore(
                client,
                LocalDynamo.running().newTable(client),
                Retention.STANDARD,
                InstantSource.fixed(Instant.parse("2026-03-04T06:00:00Z")),
                new SecureRandom());
    }
}
