package dev.earshot.aws;

import dev.earshot.alerts.outbox.AlertBus;
import dev.earshot.alerts.outbox.AlertTopic;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.WorkQueue;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.aws.alert.DynamoAlertSettings;
import dev.earshot.aws.alert.DynamoOutbox;
import dev.earshot.aws.alert.SqsWorkQueue;
import dev.earshot.aws.brand.DynamoBrandStore;
import dev.earshot.aws.campaign.DynamoCampaignStore;
import dev.earshot.aws.campaign.DynamoSegmentStore;
import dev.earshot.aws.cases.DynamoCaseStore;
import dev.earshot.aws.client.CapacityMeter;
import dev.earshot.aws.client.Clients;
import dev.earshot.aws.client.ServiceAccess;
import dev.earshot.aws.collect.DynamoSourceStore;
import dev.earshot.aws.directory.DynamoCreatorDirectory;
import dev.earshot.aws.directory.DynamoShortlistStore;
import dev.earshot.aws.job.Checkpoints;
import dev.earshot.aws.job.DynamoJobStore;
import dev.earshot.aws.job.S3ExportFiles;
import dev.earshot.aws.job.SqsJobInbox;
import dev.earshot.aws.job.SqsJobQueue;
import dev.earshot.aws.key.DynamoApiKeys;
import dev.earshot.aws.key.SecretKeys;
import dev.earshot.aws.media.DynamoMediaCatalogue;
import dev.earshot.aws.media.DynamoMediaResults;
import dev.earshot.aws.media.LambdaQuestionVectors;
import dev.earshot.aws.media.S3DerivedFiles;
import dev.earshot.aws.media.S3LogoStore;
import dev.earshot.aws.media.S3MediaStore;
import dev.earshot.aws.post.DynamoAnalysisStore;
import dev.earshot.aws.post.DynamoAuthorPosts;
import dev.earshot.aws.post.S3TextVault;
import dev.earshot.aws.privacy.DynamoAuditLog;
import dev.earshot.aws.privacy.DynamoRequestStore;
import dev.earshot.aws.privacy.FileTraces;
import dev.earshot.aws.privacy.ItemTraces;
import dev.earshot.aws.privacy.ParkedTraces;
import dev.earshot.aws.privacy.TombstoneTraces;
import dev.earshot.aws.queue.SqsMessageVisibility;
import dev.earshot.aws.queue.SqsPostQueue;
import dev.earshot.aws.review.DynamoAuthorEnds;
import dev.earshot.aws.review.DynamoFeedbackStore;
import dev.earshot.aws.review.DynamoParkedStore;
import dev.earshot.aws.score.DynamoScoreStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.trend.DynamoEpisodeHistory;
import dev.earshot.aws.trend.DynamoSeriesStore;
import dev.earshot.aws.trend.DynamoTopicStore;
import dev.earshot.aws.usage.DynamoUsageStore;
import dev.earshot.aws.view.DynamoViewStore;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.catalogue.CataloguedResults;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.job.JobInbox;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.privacy.ErasurePort;
import dev.earshot.core.privacy.PostTraces;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.store.LogoStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MessageVisibility;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.PostQueue;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.store.RememberedGrants;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.view.ViewStore;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.series.TopicStore;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes a function's adapters over shared clients. Each client is made when an adapter first needs
 * it, so that a cold start pays only for what the function uses. Used by one wiring on one thread:
 * not thread-safe, but every adapter that it makes is.
 */
public final class Adapters {
    private final CapacityMeter capacity = new CapacityMeter();
    private final Clients clients;
    private final Retention retention;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Supplier<DynamoDbClient> dynamoDb;
    private final Supplier<S3Client> s3;
    private final Supplier<SqsClient> sqs;

    public Adapters(ServiceAccess access, Retention retention, InstantSource clock) {
        this.clients = new Clients(access, List.of(capacity));
        this.retention = retention;
        this.clock = clock;
        this.dynamoDb = once(clients::dynamoDb);
        this.s3 = once(clients::s3);
        this.sqs = once(clients::sqs);
    }

    /** What these adapters' calls of DynamoDB consume. */
    public CapacityMeter capacity() {
        return capacity;
    }

    public AnalysisStore analysisStore(String table) {
        return new DynamoAnalysisStore(dynamoDb.get(), table, retention, clock, random);
    }

    public PostScan postScan(String table) {
        return new DynamoAnalysisStore(dynamoDb.get(), table, retention, clock, random);
    }

    public AuthorPosts authorPosts(String table) {
        return new DynamoAuthorPosts(dynamoDb.get(), table, clock);
    }

    public AuthorEnds authorEnds(String table) {
        return new DynamoAuthorEnds(dynamoDb.get(), table, retention, clock, random);
    }

    public AuditLog auditLog(String table) {
        return new DynamoAuditLog(dynamoDb.get(), table, retention, clock, random);
    }

    public RequestStore requestStore(String table) {
        return new DynamoRequestStore(dynamoDb.get(), table, retention, clock, random);
    }

    /**
     * All stores of personal data, as an erasure sees them; posts first, for what others say of a
     * post is told by whether it is there.
     */
    public List<ErasurePort> erasurePorts(String table, String vaultBucket, String mediaBucket) {
        AnalysisStore posts = analysisStore(table);
        return List.of(
                new PostTraces(postScan(table), posts, scoreStore(table)),
                new TombstoneTraces(dynamoDb.get(), table),
                new ItemTraces(dynamoDb.get(), table, posts),
                new DynamoShortlistStore(dynamoDb.get(), table, clock, random),
                new ParkedTraces(dynamoDb.get(), table, s3.get(), vaultBucket, clock),
                new FileTraces(s3.get(), mediaBucket, clock),
                exportFiles(vaultBucket));
    }

    public ShortlistStore shortlistStore(String table) {
        return new DynamoShortlistStore(dynamoDb.get(), table, clock, random);
    }

    public ScoreStore scoreStore(String table) {
        return new DynamoScoreStore(dynamoDb.get(), table, retention, clock, random);
    }

    public BrandStore brandStore(String table) {
        return new DynamoBrandStore(dynamoDb.get(), table, random);
    }

    public CaseStore caseStore(String table) {
        return new DynamoCaseStore(dynamoDb.get(), table, retention, clock, analysisStore(table));
    }

    public SegmentStore segmentStore(String table) {
        return new DynamoSegmentStore(dynamoDb.get(), table);
    }

    public CampaignStore campaignStore(String table) {
        return new DynamoCampaignStore(dynamoDb.get(), table);
    }

    /**
     * Who the public creators are.
     *
     * @param secrets 32 bytes each: the one under which entries are sealed first, then those under
     *     which they may lie
     */
    public CreatorDirectory creatorDirectory(String table, List<byte[]> secrets) {
        return new DynamoCreatorDirectory(dynamoDb.get(), table, retention, clock, random, secrets);
    }

    public FeedbackStore feedbackStore(String table) {
        return new DynamoFeedbackStore(dynamoDb.get(), table, retention, clock);
    }

    public ParkedStore parkedStore(String table, String vaultBucket) {
        return new DynamoParkedStore(
                dynamoDb.get(), table, s3.get(), vaultBucket, retention, clock, random);
    }

    /**
     * The results of pictures and videos.
     *
     * @param vaultBucket holds findings that are too large for an item
     */
    public MediaResults mediaResults(String table, String vaultBucket) {
        return new CataloguedResults(
                new DynamoMediaResults(
                        dynamoDb.get(),
                        table,
                        () -> derivedFiles(vaultBucket),
                        retention,
                        clock,
                        random),
                mediaCatalogue(table));
    }

    public MediaCatalogue mediaCatalogue(String table) {
        return new DynamoMediaCatalogue(dynamoDb.get(), table, retention, clock, random);
    }

    /**
     * Question vectors from the function that holds the mounted text-image model.
     *
     * @param function its name
     */
    public QuestionVectors questionVectors(String function) {
        return new LambdaQuestionVectors(clients.invoker(), function);
    }

    public LogoStore logoStore(String vaultBucket) {
        return new S3LogoStore(s3.get(), vaultBucket);
    }

    public S3ExportFiles exportFiles(String vaultBucket) {
        return new S3ExportFiles(s3.get(), clients::presigner, vaultBucket);
    }

    public DerivedFiles derivedFiles(String vaultBucket) {
        return new S3DerivedFiles(s3.get(), vaultBucket);
    }

    /**
     * The jobs and their progress.
     *
     * @param vaultBucket holds checkpoints that are too large for an item
     */
    public JobStore jobStore(String table, String vaultBucket) {
        return new DynamoJobStore(
                dynamoDb.get(),
                table,
                new Checkpoints(s3.get(), vaultBucket, random),
                retention,
                clock,
                random);
    }

    public JobInbox jobInbox(String queueUrl) {
        return new SqsJobInbox(clients.patientSqs(), queueUrl);
    }

    public ViewStore viewStore(String table) {
        return new DynamoViewStore(dynamoDb.get(), table);
    }

    public UsageStore usageStore(String table) {
        return new DynamoUsageStore(dynamoDb.get(), table, retention, clock);
    }

    public ApiKeyRegistry apiKeys(String table) {
        return new DynamoApiKeys(dynamoDb.get(), table, clock);
    }

    public RememberedGrants rememberedGrants() {
        return clients.gatewayGrants();
    }

    public TextVault textVault(String vaultBucket) {
        return new S3TextVault(s3.get(), vaultBucket, clock, random);
    }

    public MediaStore mediaStore(String mediaBucket) {
        return new S3MediaStore(s3.get(), clients.presigner(), mediaBucket);
    }

    public JobQueue jobQueue(String queueUrl) {
        return new SqsJobQueue(sqs.get(), queueUrl);
    }

    /** Says when the messages of the posts' queue come again. */
    public MessageVisibility messageVisibility(String queueUrl) {
        return new SqsMessageVisibility(sqs.get(), queueUrl);
    }

    public PostQueue postQueue(String queueUrl) {
        return new SqsPostQueue(sqs.get(), queueUrl);
    }

    public SeriesStore seriesStore(String table) {
        return new DynamoSeriesStore(dynamoDb.get(), table, retention, clock);
    }

    public TopicStore topicStore(String table) {
        return new DynamoTopicStore(dynamoDb.get(), table, retention, clock);
    }

    public EpisodeHistory episodeHistory(String table) {
        return new DynamoEpisodeHistory(dynamoDb.get(), table, retention, clock);
    }

    public SourceStore sourceStore(String table) {
        return new DynamoSourceStore(dynamoDb.get(), table);
    }

    public Outbox outbox(String table) {
        return new DynamoOutbox(
                dynamoDb.get(), table, retention, clock, () -> UUID.randomUUID().toString());
    }

    public AlertSettings alertSettings(String table) {
        return new DynamoAlertSettings(dynamoDb.get(), table, retention, clock);
    }

    public WorkQueue workQueue(String queueUrl) {
        return new SqsWorkQueue(sqs.get(), queueUrl);
    }

    public AlertTopic topic(String arn) {
        return clients.topic(arn);
    }

    public AlertBus bus(String name) {
        return clients.bus(name);
    }

    /** The bytes of a secret, by its name or ARN. */
    public byte[] secret(String secret) {
        return new SecretKeys(clients.secrets()).read(secret);
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public T get() {
                T known = made;
                if (known == null) {
                    known = make.get();
                    made = known;
                }
                return known;
            }
        };
    }
}
