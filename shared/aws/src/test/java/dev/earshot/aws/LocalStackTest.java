package dev.earshot.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.brand.DynamoBrandStore;
import dev.earshot.aws.client.Clients;
import dev.earshot.aws.client.ServiceAccess;
import dev.earshot.aws.key.SecretKeys;
import dev.earshot.aws.media.DynamoMediaResults;
import dev.earshot.aws.media.S3DerivedFiles;
import dev.earshot.aws.media.S3MediaStore;
import dev.earshot.aws.post.DynamoAnalysisStore;
import dev.earshot.aws.post.S3TextVault;
import dev.earshot.aws.review.DynamoParkedStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.testkit.contract.AnalysisCommitContract;
import dev.earshot.testkit.contract.AnalysisStoreContract;
import dev.earshot.testkit.contract.BrandStoreContract;
import dev.earshot.testkit.contract.MediaResultsContract;
import dev.earshot.testkit.contract.MediaStoreContract;
import dev.earshot.testkit.contract.ParkedStoreContract;
import dev.earshot.testkit.contract.PostQueriesContract;
import dev.earshot.testkit.contract.RereadPostsContract;
import dev.earshot.testkit.contract.TextVaultContract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The contracts on LocalStack, where {@link LocalStackLane} lets them run. */
@ExtendWith(LocalStackLane.class)
final class LocalStackTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-04T12:00:10Z"));

    /** Started by the first test that needs it, and ended with this process by Testcontainers. */
    private static final class Container {
        private static final ServiceAccess ACCESS = start();

        private static ServiceAccess start() {
            @SuppressWarnings("resource")
            var container =
                    new LocalStackContainer(
                                    DockerImageName.parse(LocalStackLane.IMAGE)
                                            .asCompatibleSubstituteFor("localstack/localstack"))
                            .withServices("dynamodb", "s3", "secretsmanager");
            container.start();
            return access(
                    container.getEndpoint(),
                    container.getRegion(),
                    container.getAccessKey(),
                    container.getSecretKey());
        }
    }

    private static ServiceAccess access(URI endpoint, String region, String key, String secret) {
        var every = Optional.of(endpoint);
        return new ServiceAccess(
                region,
                Optional.of(new ServiceAccess.Credentials(key, secret)),
                new ServiceAccess.Endpoints(every, every, every, every));
    }

    private static Clients clients() {
        return new Clients(
                LocalStackLane.endpoint()
                        .map(named -> access(named, "us-east-1", "AKIALOCAL", "secret"))
                        .orElseGet(() -> Container.ACCESS));
    }

    private static String newTable(DynamoDbClient client) {
        String name = "table-" + UUID.randomUUID();
        LocalDynamo.createTable(client, name);
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        return name;
    }

    private static String newBucket(S3Client client) {
        String name = "bucket-" + UUID.randomUUID();
        client.createBucket(create -> create.bucket(name));
        return name;
    }

    @Test
    void secret_text_isReadAsBytes() {
        try (Clients clients = clients()) {
            var secrets = clients.secrets();
            String arn =
                    secrets.createSecret(c -> c.name("key-1").secretString("0123456789abcdef"))
                            .arn();

            assertThat(new SecretKeys(secrets).read(arn))
                    .isEqualTo("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static AnalysisStore emptyStore() {
        DynamoDbClient client = clients().dynamoDb();
        return new DynamoAnalysisStore(
                client, newTable(client), Retention.STANDARD, CLOCK, new SecureRandom());
    }

    @Nested
    final class AnalysisStoreOnLocalStack extends AnalysisStoreContract {
        @Override
        protected AnalysisStore store() {
            return emptyStore();
        }
    }

    @Nested
    final class AnalysisCommitOnLocalStack extends AnalysisCommitContract {
        @Override
        protected AnalysisStore store() {
            return emptyStore();
        }
    }

    @Nested
    final class RereadPostsOnLocalStack extends RereadPostsContract {
        @Override
        protected AnalysisStore store() {
            return emptyStore();
        }
    }

    @Nested
    final class PostQueriesOnLocalStack extends PostQueriesContract {
        @Override
        protected AnalysisStore store() {
            return emptyStore();
        }
    }

    @Nested
    final class BrandStoreOnLocalStack extends BrandStoreContract {
        @Override
        protected BrandStore store() {
            DynamoDbClient client = clients().dynamoDb();
            return new DynamoBrandStore(client, newTable(client), new SecureRandom());
        }
    }

    @Nested
    final class ParkedStoreOnLocalStack extends ParkedStoreContract {
        @Override
        protected ParkedStore store() {
            DynamoDbClient client = clients().dynamoDb();
            S3Client s3 = clients().s3();
            return new DynamoParkedStore(
                    client,
                    newTable(client),
                    s3,
                    newBucket(s3),
                    Retention.STANDARD,
                    CLOCK,
                    new SecureRandom());
        }
    }

    @Nested
    final class MediaResultsOnLocalStack extends MediaResultsContract {
        @Override
        protected MediaResults store() {
            DynamoDbClient client = clients().dynamoDb();
            S3Client s3 = clients().s3();
            String bucket = newBucket(s3);
            return new DynamoMediaResults(
                    client,
                    newTable(client),
                    () -> new S3DerivedFiles(s3, bucket),
                    Retention.STANDARD,
                    CLOCK,
                    new SecureRandom());
        }
    }

    @Nested
    final class TextVaultOnLocalStack extends TextVaultContract {
        @Override
        protected TextVault vault() {
            S3Client s3 = clients().s3();
            return new S3TextVault(s3, newBucket(s3), CLOCK, new SecureRandom());
        }
    }

    @Nested
    final class MediaStoreOnLocalStack extends MediaStoreContract {
        private final S3Client s3 = clients().s3();
        private final String bucket = newBucket(s3);

        @Override
        protected MediaStore store() {
            return new S3MediaStore(s3, clients().presigner(), bucket);
        }

        @Override
        protected void put(String key, byte[] bytes) {
            s3.putObject(p -> p.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        }
    }
}
