package dev.earshot.aws.post;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.testkit.contract.AuthorPostsContract;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** The contract on DynamoDB Local. */
final class DynamoAuthorPostsTest extends AuthorPostsContract {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-04T06:00:00Z"));

    private final DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();

    @Override
    protected Stores stores() {
        String table = LocalDynamo.running().newTable(client);
        return new Stores(
                new DynamoAnalysisStore(
                        client, table, Retention.STANDARD, CLOCK, new SecureRandom()),
                new DynamoAuthorPosts(client, table, CLOCK));
    }
}
