package dev.earshot.aws;

import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.aws.alert.DynamoAlertSettings;
import dev.earshot.aws.alert.DynamoOutbox;
import dev.earshot.aws.brand.DynamoBrandStore;
import dev.earshot.aws.campaign.DynamoCampaignStore;
import dev.earshot.aws.campaign.DynamoSegmentStore;
import dev.earshot.aws.collect.DynamoSourceStore;
import dev.earshot.aws.directory.DynamoShortlistStore;
import dev.earshot.aws.job.Checkpoints;
import dev.earshot.aws.job.DynamoJobStore;
import dev.earshot.aws.key.DynamoApiKeys;
import dev.earshot.aws.media.DynamoMediaCatalogue;
import dev.earshot.aws.media.DynamoMediaResults;
import dev.earshot.aws.media.S3DerivedFiles;
import dev.earshot.aws.media.S3LogoStore;
import dev.earshot.aws.post.DynamoAnalysisStore;
import dev.earshot.aws.privacy.DynamoAuditLog;
import dev.earshot.aws.privacy.DynamoRequestStore;
import dev.earshot.aws.review.DynamoAuthorEnds;
import dev.earshot.aws.review.DynamoFeedbackStore;
import dev.earshot.aws.review.DynamoParkedStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.usage.DynamoUsageStore;
import dev.earshot.aws.view.DynamoViewStore;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.store.LogoStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.view.ViewStore;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.testkit.collect.SourceStoreContract;
import dev.earshot.testkit.contract.AlertSettingsContract;
import dev.earshot.testkit.contract.ApiKeysContract;
import dev.earshot.testkit.contract.BrandStoreContract;
import dev.earshot.testkit.contract.DerivedFilesContract;
import dev.earshot.testkit.contract.FeedbackStoreContract;
import dev.earshot.testkit.contract.JobStoreContract;
import dev.earshot.testkit.contract.LogoStoreContract;
import dev.earshot.testkit.contract.MediaCatalogueContract;
import dev.earshot.testkit.contract.MediaResultsContract;
import dev.earshot.testkit.contract.OutboxContract;
import dev.earshot.testkit.contract.ParkedStoreContract;
import dev.earshot.testkit.directory.ShortlistStoreContract;
import dev.earshot.testkit.engagement.CampaignStoreContract;
import dev.earshot.testkit.engagement.SegmentStoreContract;
import dev.earshot.testkit.privacy.AuditLogContract;
import dev.earshot.testkit.privacy.AuthorEndsContract;
import dev.earshot.testkit.privacy.RequestStoreContract;
import dev.earshot.testkit.usage.UsageStoreContract;
import dev.earshot.testkit.view.ViewStoreContract;

import org.junit.jupiter.api.Nested;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The contracts of the smaller stores on DynamoDB Local and S3Proxy. */
final class DynamoStoresTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-04T12:00:10Z"));

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);

    @Nested
    final class DynamoAuditLogTest extends AuditLogContract {
        @Override
        protected AuditLog log() {
            return new DynamoAuditLog(dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        }
    }

    @Nested
    final class DynamoRequestStoreTest extends RequestStoreContract {
        @Override
        protected RequestStore store() {
            return new DynamoRequestStore(
                    dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        }
    }

    @Nested
    final class DynamoBrandStoreTest extends BrandStoreContract {
        @Override
        protected BrandStore store() {
            return new DynamoBrandStore(dynamo, table, new SecureRandom());
        }
    }

    @Nested
    final class DynamoAuthorEndsTest extends AuthorEndsContract {
        @Override
        protected AuthorEnds store() {
            return new DynamoAuthorEnds(
                    dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        }
    }

    @Nested
    final class DynamoParkedStoreTest extends ParkedStoreContract {
        @Override
        protected ParkedStore store() {
            S3Client s3 = LocalS3.running().clients().s3();
            return new DynamoParkedStore(
                    dynamo,
                    table,
                    s3,
                    LocalS3.running().newBucket(s3),
                    Retention.STANDARD,
                    CLOCK,
                    new SecureRandom());
        }
    }

    @Nested
    final class DynamoOutboxTest extends OutboxContract {
        private final Outbox outbox =
                new DynamoOutbox(
                        dynamo,
                        table,
                        Retention.STANDARD,
                        clock,
                        () -> UUID.randomUUID().toString());

        @Override
        protected Outbox outbox() {
            return outbox;
        }
    }

    @Nested
    final class DynamoSourceStoreTest extends SourceStoreContract {
        @Override
        protected SourceStore store() {
            return new DynamoSourceStore(dynamo, table);
        }
    }

    @Nested
    final class DynamoAlertSettingsTest extends AlertSettingsContract {
        private final AlertSettings settings =
                new DynamoAlertSettings(dynamo, table, Retention.STANDARD, CLOCK);

        @Override
        protected AlertSettings settings() {
            return settings;
        }
    }

    @Nested
    final class DynamoCampaignStoreTest extends CampaignStoreContract {
        @Override
        protected CampaignStore store() {
            return new DynamoCampaignStore(dynamo, table);
        }
    }

    @Nested
    final class DynamoUsageStoreTest extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return new DynamoUsageStore(dynamo, table, Retention.STANDARD, CLOCK);
        }
    }

    @Nested
    final class DynamoViewStoreTest extends ViewStoreContract {
        @Override
        protected ViewStore store() {
            return new DynamoViewStore(dynamo, table);
        }
    }

    @Nested
    final class DynamoShortlistStoreTest extends ShortlistStoreContract {
        @Override
        protected ShortlistStore store() {
            return new DynamoShortlistStore(dynamo, table, CLOCK, new SecureRandom());
        }
    }

    @Nested
    final class DynamoSegmentStoreTest extends SegmentStoreContract {
        @Override
        protected SegmentStore store() {
            return new DynamoSegmentStore(dynamo, table);
        }
    }

    @Nested
    final class DynamoFeedbackStoreTest extends FeedbackStoreContract {
        @Override
        protected AnalysisStore posts() {
            return new DynamoAnalysisStore(
                    dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        }

        @Override
        protected FeedbackStore store() {
            return new DynamoFeedbackStore(dynamo, table, Retention.STANDARD, CLOCK);
        }
    }

    @Nested
    final class DynamoMediaResultsTest extends MediaResultsContract {
        @Override
        protected MediaResults store() {
            S3Client s3 = LocalS3.running().clients().s3();
            String bucket = LocalS3.running().newBucket(s3);
            return new DynamoMediaResults(
                    dynamo,
                    table,
                    () -> new S3DerivedFiles(s3, bucket),
                    Retention.STANDARD,
                    CLOCK,
                    new SecureRandom());
        }
    }

    @Nested
    final class DynamoMediaCatalogueTest extends MediaCatalogueContract {
        @Override
        protected MediaCatalogue catalogue() {
            return new DynamoMediaCatalogue(
                    dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        }
    }

    @Nested
    final class S3LogoStoreTest extends LogoStoreContract {
        @Override
        protected LogoStore store() {
            S3Client s3 = LocalS3.running().clients().s3();
            return new S3LogoStore(s3, LocalS3.running().newBucket(s3));
        }
    }

    @Nested
    final class DynamoJobStoreTest extends JobStoreContract {
        @Override
        protected JobStore store() {
            S3Client s3 = LocalS3.running().clients().s3();
            var random = new SecureRandom();
            return new DynamoJobStore(
                    dynamo,
                    table,
                    new Checkpoints(s3, LocalS3.running().newBucket(s3), random),
                    Retention.STANDARD,
                    clock,
                    random);
        }
    }

    @Nested
    final class S3DerivedFilesTest extends DerivedFilesContract {
        @Override
        protected DerivedFiles store() {
            S3Client s3 = LocalS3.running().clients().s3();
            return new S3DerivedFiles(s3, LocalS3.running().newBucket(s3));
        }
    }

    @Nested
    final class DynamoApiKeysTest extends ApiKeysContract {
        @Override
        protected ApiKeyRegistry keys() {
            return new DynamoApiKeys(dynamo, table, CLOCK);
        }
    }
}
