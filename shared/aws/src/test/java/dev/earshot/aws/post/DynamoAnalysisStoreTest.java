package dev.earshot.aws.post;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.testkit.contract.AnalysisCommitContract;
import dev.earshot.testkit.contract.AnalysisStoreContract;
import dev.earshot.testkit.contract.PostQueriesContract;
import dev.earshot.testkit.contract.PostScanContract;
import dev.earshot.testkit.contract.RereadPostsContract;

import org.junit.jupiter.api.Nested;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** The contracts on stored posts on DynamoDB Local. */
final class DynamoAnalysisStoreTest {
    private static AnalysisStore empty() {
        DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();
        return new DynamoAnalysisStore(
                client,
                LocalDynamo.running().newTable(client),
                Retention.STANDARD,
                InstantSource.fixed(Instant.parse("2026-03-04T06:00:00Z")),
                new SecureRandom());
    }

    @Nested
    final class Stored extends AnalysisStoreContract {
        @Override
        protected AnalysisStore store() {
            return empty();
        }
    }

    @Nested
    final class Committed extends AnalysisCommitContract {
        @Override
        protected AnalysisStore store() {
            return empty();
        }
    }

    @Nested
    final class Reread extends RereadPostsContract {
        @Override
        protected AnalysisStore store() {
            return empty();
        }
    }

    @Nested
    final class Scanned extends PostScanContract {
        @Override
        protected AnalysisStore store() {
            return empty();
        }
    }

    @Nested
    final class Queried extends PostQueriesContract {
        @Override
        protected AnalysisStore store() {
            return empty();
        }
    }
}
