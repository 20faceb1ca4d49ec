package dev.earshot.aws.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.post.DynamoAnalysisStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.contract.CaseStoreContract;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** The contract of cases on DynamoDB Local, and what removals leave in the table. */
final class DynamoCaseStoreTest extends CaseStoreContract {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-04T12:00:10Z"));

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);

    @Override
    protected AnalysisStore posts() {
        return new DynamoAnalysisStore(
                dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
    }

    @Override
    protected CaseStore store() {
        return new DynamoCaseStore(dynamo, table, Retention.STANDARD, CLOCK, posts());
    }

    @Test
    void removal_ofAllPosts_leavesNoItemOfTheCase() {
        CaseFile file = open(Posts.post("1"), at(0));
        joined(Posts.post("2"), file, at(5));
        store().append(Posts.WORKSPACE, List.of(note(file, "Ann called us")));
        remove("1");
        remove("2");

        assertThat(
                        dynamo.scan(request -> request.tableName(table)).items().stream()
                                .map(item -> Objects.requireNonNull(item.get("PK")).s())
                                .filter(pk -> pk.startsWith("G")))
                .isEmpty();
    }
}
