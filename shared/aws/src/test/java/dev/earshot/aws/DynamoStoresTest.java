package dev.earshot.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.aws.alert.DynamoAlertSettings;
import dev.earshot.aws.alert.DynamoOutbox;
import dev.earshot.aws.brand.DynamoBrandStore;
import dev.earshot.aws.campaign.DynamoCampaignStore;
import dev.earshot.aws.campaign.DynamoSegmentStore;
import dev.earshot.aws.cases.DynamoCaseStore;
import dev.earshot.aws.collect.DynamoSourceStore;
import dev.earshot.aws.directory.DynamoCreatorDirectory;
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
import dev.earshot.aws.score.DynamoScoreStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.usage.DynamoUsageStore;
import dev.earshot.aws.view.DynamoViewStore;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Profile;
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
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.collect.SourceStoreContract;
import dev.earshot.testkit.contract.AlertSettingsContract;
import dev.earshot.testkit.contract.ApiKeysContract;
import dev.earshot.testkit.contract.BrandStoreContract;
import dev.earshot.testkit.contract.CaseStoreContract;
import dev.earshot.testkit.contract.DerivedFilesContract;
import dev.earshot.testkit.contract.FeedbackStoreContract;
import dev.earshot.testkit.contract.JobStoreContract;
import dev.earshot.testkit.contract.LogoStoreContract;
import dev.earshot.testkit.contract.MediaCatalogueContract;
import dev.earshot.testkit.contract.MediaResultsContract;
import dev.earshot.testkit.contract.OutboxContract;
import dev.earshot.testkit.contract.ParkedStoreContract;
import dev.earshot.testkit.directory.CreatorDirectoryContract;
import dev.earshot.testkit.directory.ShortlistStoreContract;
import dev.earshot.testkit.engagement.CampaignStoreContract;
import dev.earshot.testkit.engagement.SegmentStoreContract;
import dev.earshot.testkit.privacy.AuditLogContract;
import dev.earshot.testkit.privacy.AuthorEndsContract;
import dev.earshot.testkit.privacy.RequestStoreContract;
import dev.earshot.testkit.usage.UsageStoreContract;
import dev.earshot.testkit.view.ViewStoreContract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

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
            return new DynamoUsageStore(dynamo, table);
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
    final class DynamoCreatorDirectoryTest extends CreatorDirectoryContract {
        @Override
        protected ScoreStore scores() {
            return new DynamoScoreStore(
                    dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        }

        @Override
        protected CreatorDirectory directory() {
            return withSecret(1);
        }

        private DynamoCreatorDirectory withSecret(int... first) {
            List<byte[]> secrets =
                    IntStream.of(first)
                            .mapToObj(
                                    each -> {
                                        byte[] secret = new byte[32];
                                        secret[0] = (byte) each;
                                        return secret;
                                    })
                            .toList();
            return new DynamoCreatorDirectory(
                    dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom(), secrets);
        }

        @Test
        void reseal_afterAChangeOfKeys_movesEntriesUnderTheCurrentKeyAndLosesNone() {
            var ann = new AuthorRef("d".repeat(32));
            var ben = new AuthorRef("e".repeat(32));
            withSecret(1).change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
            list(withSecret(1), ann);
            list(withSecret(2, 1), ben);

            assertThat(withSecret(2, 1).find(Posts.WORKSPACE, List.of(ann, ben))).hasSize(2);
            assertThat(withSecret(2, 1).reseal(Posts.WORKSPACE)).isEqualTo(1);
            assertThat(withSecret(2, 1).reseal(Posts.WORKSPACE)).isZero();
            assertThat(withSecret(2).find(Posts.WORKSPACE, List.of(ann, ben))).hasSize(2);
            assertThat(withSecret(1).find(Posts.WORKSPACE, List.of(ann, ben))).isEmpty();
        }

        @Test
        void reseal_underKeysThatOpenNothing_changesNothing() {
            var ann = new AuthorRef("d".repeat(32));
            withSecret(1).change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
            list(withSecret(1), ann);

            assertThat(withSecret(3, 2).reseal(Posts.WORKSPACE)).isZero();
            assertThat(withSecret(1).find(Posts.WORKSPACE, List.of(ann))).hasSize(1);
        }

        private void list(DynamoCreatorDirectory directory, AuthorRef author) {
            directory.list(
                    Posts.WORKSPACE,
                    List.of(
                            new Creator(
                                    author,
                                    new Profile(Platform.X, "ann", Optional.empty()),
                                    2_000,
                                    CLOCK.instant())));
        }

        @Test
        void list_accountThatEnded_isLeftOutUntilItIsBack() {
            var author = new AuthorRef("d".repeat(32));
            var ends =
                    new DynamoAuthorEnds(
                            dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
            Creator creator =
                    new Creator(
                            author,
                            new Profile(Platform.X, "ann", Optional.empty()),
                            2_000,
                            CLOCK.instant());
            directory().change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
            ends.end(
                    Posts.WORKSPACE,
                    new AuthorEnd(
                            ErasureMark.of(author), CLOCK.instant(), AuthorEnd.Reason.PLATFORM));
            directory().list(Posts.WORKSPACE, List.of(creator));
            assertThat(directory().find(Posts.WORKSPACE, List.of(author))).isEmpty();

            ends.restore(
                    Posts.WORKSPACE,
                    ErasureMark.of(author),
                    CLOCK.instant().plusSeconds(1),
                    AuthorEnd.Reason.PLATFORM);
            directory().list(Posts.WORKSPACE, List.of(creator));
            assertThat(directory().find(Posts.WORKSPACE, List.of(author))).hasSize(1);
        }

        @Test
        void list_handleAndName_areInNoByteOfTheTableAndClosedToOtherSecrets() {
            var author = new AuthorRef("c".repeat(32));
            directory().change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
            directory()
                    .list(
                            Posts.WORKSPACE,
                            List.of(
                                    new Creator(
                                            author,
                                            new Profile(
                                                    Platform.X,
                                                    "canarylistens",
                                                    Optional.of("Canary Listens")),
                                            2_000,
                                            CLOCK.instant())));

            assertThat(directory().find(Posts.WORKSPACE, List.of(author))).hasSize(1);
            assertThat(withSecret(2).find(Posts.WORKSPACE, List.of(author))).isEmpty();
            assertThat(dynamo.scan(request -> request.tableName(table)).items().toString())
                    .doesNotContainIgnoringCase("canary");
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
    final class DynamoCaseStoreTest extends CaseStoreContract {
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
