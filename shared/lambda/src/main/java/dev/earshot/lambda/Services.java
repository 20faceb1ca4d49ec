package dev.earshot.lambda;

import dev.earshot.alerts.outbox.AlertBus;
import dev.earshot.alerts.outbox.AlertTopic;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.WorkQueue;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.aws.Adapters;
import dev.earshot.aws.client.CapacityMeter;
import dev.earshot.aws.client.ServiceAccess;
import dev.earshot.aws.table.Retention;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.job.JobInbox;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.key.KeyRing;
import dev.earshot.core.net.HostGuard;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.ErasurePort;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.AuthorScores;
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
import dev.earshot.core.usage.Budget;
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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The services that a function's settings name, each created on first use, so that a cold start
 * pays only for what the function uses. Used by one wiring on one thread: not thread-safe, but
 * every service that it returns is.
 *
 * <p>Settings: {@code AWS_REGION}, {@code TABLE_NAME}, {@code MEDIA_BUCKET}, {@code VAULT_BUCKET},
 * {@code JOBS_QUEUE_URL}, {@code POSTS_QUEUE_URL}, {@code ALERTS_QUEUE_URL}, {@code
 * ALERTS_TOPIC_ARN}, {@code ALERTS_BUS}, {@code QUESTION_FUNCTION}, {@code
 * PSEUDONYM_KEY_SECRET_ARN}, {@code SOURCE_CREDENTIALS_SECRET_ARN}, the {@code *_RETENTION_DAYS},
 * {@code DEFAULT_WORKSPACE}. Outside AWS also {@code DYNAMODB_ENDPOINT}, {@code S3_ENDPOINT},
 * {@code SQS_ENDPOINT}, {@code SECRETS_MANAGER_ENDPOINT}, {@code LAMBDA_ENDPOINT}, {@code
 * SNS_ENDPOINT}, {@code EVENTS_ENDPOINT} and {@code API_GATEWAY_ENDPOINT} with {@code
 * AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, and with {@code AWS_SAM_LOCAL=true}, which
 * AWS never sets, {@code PSEUDONYM_KEY} in place of the secret. These are not the SDK's own {@code
 * AWS_ENDPOINT_URL_*}: the template declares them blank, which the SDK would take for an address.
 */
public final class Services {
    private final Settings settings;
    private final Adapters adapters;
    private final InstantSource clock;

    public Services(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.adapters =
                new Adapters(
                        access(settings),
                        new Retention(
                                days("TEXT_RETENTION_DAYS", Retention.STANDARD.textDays()),
                                days("RESULT_RETENTION_DAYS", Retention.STANDARD.resultDays()),
                                days("COUNT_RETENTION_DAYS", Retention.STANDARD.countDays())),
                        clock);
    }

    /**
     * Request units that DynamoDB bills: of 4 KB read, half of that where a read need not be
     * consistent, and of 1 KB written, twice that in a transaction.
     */
    public record Units(double read, double written) {}

    /** What these services' calls of DynamoDB have consumed since the last call. */
    public Units takeUnits() {
        CapacityMeter.Units units = adapters.capacity().take();
        return new Units(units.read(), units.written());
    }

    public AnalysisStore analysisStore() {
        return adapters.analysisStore(table());
    }

    public PostScan postScan() {
        return adapters.postScan(table());
    }

    public AuthorPosts authorPosts() {
        return adapters.authorPosts(table());
    }

    public AuthorEnds authorEnds() {
        return adapters.authorEnds(table());
    }

    public AuditLog auditLog() {
        return adapters.auditLog(table());
    }

    public RequestStore requestStore() {
        return adapters.requestStore(table());
    }

    /** All stores of personal data, as an erasure sees them. */
    public List<ErasurePort> erasurePorts() {
        return adapters.erasurePorts(table(), vaultBucket(), settings.require("MEDIA_BUCKET"));
    }

    /** Scores, as far as their removal goes. */
    public AuthorScores authorScores() {
        return adapters.scoreStore(table());
    }

    public ScoreStore scoreStore() {
        return adapters.scoreStore(table());
    }

    public BrandStore brandStore() {
        return adapters.brandStore(table());
    }

    public ParkedStore parkedStore() {
        return adapters.parkedStore(table(), vaultBucket());
    }

    public CaseStore caseStore() {
        return adapters.caseStore(table());
    }

    public SegmentStore segmentStore() {
        return adapters.segmentStore(table());
    }

    public CampaignStore campaignStore() {
        return adapters.campaignStore(table());
    }

    public ShortlistStore shortlistStore() {
        return adapters.shortlistStore(table());
    }

    public CreatorDirectory creatorDirectory() {
        return adapters.creatorDirectory(table(), pseudonymiser().derived("creators"));
    }

    public FeedbackStore feedbackStore() {
        return adapters.feedbackStore(table());
    }

    public MediaResults mediaResults() {
        return adapters.mediaResults(table(), vaultBucket());
    }

    public MediaCatalogue mediaCatalogue() {
        return adapters.mediaCatalogue(table());
    }

    /** Vectors from the function that {@code QUESTION_FUNCTION} names, if it is set. */
    public QuestionVectors questionVectors() {
        return settings.find("QUESTION_FUNCTION")
                .map(adapters::questionVectors)
                .orElse(QuestionVectors.NONE);
    }

    public LogoStore logoStore() {
        return adapters.logoStore(vaultBucket());
    }

    public DerivedFiles derivedFiles() {
        return adapters.derivedFiles(vaultBucket());
    }

    public ExportFiles exportFiles() {
        return adapters.exportFiles(vaultBucket());
    }

    public JobStore jobStore() {
        return adapters.jobStore(table(), vaultBucket());
    }

    public JobInbox jobInbox() {
        return adapters.jobInbox(settings.require("JOBS_QUEUE_URL"));
    }

    public ViewStore viewStore() {
        return adapters.viewStore(table());
    }

    public UsageStore usageStore() {
        return adapters.usageStore(table());
    }

    /** What may still be used; a limit that is met is a metric, which an alarm watches. */
    public Budget budget(Consumer<String> log) {
        return new Budget(
                usageStore(),
                clock,
                (workspace, kind, why) ->
                        new MetricLine("Earshot/Budget", clock.instant())
                                .by("table", table())
                                .saying("workspace", workspace.value())
                                .saying("why", why)
                                .with("limitsMet", "Count", 1)
                                .to(log));
    }

    public ApiKeyRegistry apiKeys() {
        return adapters.apiKeys(table());
    }

    public RememberedGrants rememberedGrants() {
        return adapters.rememberedGrants();
    }

    public TextVault textVault() {
        return adapters.textVault(vaultBucket());
    }

    public MediaStore mediaStore() {
        return adapters.mediaStore(settings.require("MEDIA_BUCKET"));
    }

    public JobQueue jobQueue() {
        return adapters.jobQueue(settings.require("JOBS_QUEUE_URL"));
    }

    public PostQueue postQueue() {
        return adapters.postQueue(settings.require("POSTS_QUEUE_URL"));
    }

    public SeriesStore seriesStore() {
        return adapters.seriesStore(table());
    }

    public TopicStore topicStore() {
        return adapters.topicStore(table());
    }

    public EpisodeHistory episodeHistory() {
        return adapters.episodeHistory(table());
    }

    public SourceStore sourceStore() {
        return adapters.sourceStore(table());
    }

    public Outbox outbox() {
        return adapters.outbox(table());
    }

    public AlertSettings alertSettings() {
        return adapters.alertSettings(table());
    }

    public WorkQueue alertQueue() {
        return adapters.workQueue(settings.require("ALERTS_QUEUE_URL"));
    }

    /** The topic that {@code ALERTS_TOPIC_ARN} names. */
    public AlertTopic alertTopic() {
        return adapters.topic(settings.require("ALERTS_TOPIC_ARN"));
    }

    /** The bus that {@code ALERTS_BUS} names. */
    public AlertBus alertBus() {
        return adapters.bus(settings.require("ALERTS_BUS"));
    }

    /**
     * Keeps webhooks out of the account's networks. Outside AWS the hosts that {@code
     * WEBHOOK_TEST_HOSTS} names are called all the same.
     */
    public HostGuard hostGuard() {
        return HostGuard.ofThisMachine(
                settings.find("AWS_SAM_LOCAL")
                        .filter("true"::equals)
                        .flatMap(local -> settings.find("WEBHOOK_TEST_HOSTS"))
                        .map(hosts -> Set.of(hosts.toLowerCase(Locale.ROOT).split(",")))
                        .orElse(Set.of()));
    }

    /** Says when messages of a queue that failed come again; the setting holds its address. */
    public MessageVisibility visibility(String queueSetting) {
        return adapters.messageVisibility(settings.require(queueSetting));
    }

    /**
     * Keyed by the secret that the settings name, or on a developer's machine by {@code
     * PSEUDONYM_KEY}.
     */
    public Pseudonymiser pseudonymiser() {
        return new Pseudonymiser(
                KeyRing.of(
                        settings.find("AWS_SAM_LOCAL")
                                .filter("true"::equals)
                                .flatMap(local -> settings.find("PSEUDONYM_KEY"))
                                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                                .orElseGet(
                                        () ->
                                                adapters.secret(
                                                        settings.require(
                                                                "PSEUDONYM_KEY_SECRET_ARN")))));
    }

    /**
     * The credentials of sources of posts, a JSON object: from the secret that {@code
     * SOURCE_CREDENTIALS_SECRET_ARN} names, or on a developer's machine {@code SOURCE_CREDENTIALS}.
     */
    public byte[] sourceCredentials() {
        return settings.find("AWS_SAM_LOCAL")
                .filter("true"::equals)
                .map(local -> settings.find("SOURCE_CREDENTIALS").orElse("{}"))
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .orElseGet(
                        () -> adapters.secret(settings.require("SOURCE_CREDENTIALS_SECRET_ARN")));
    }

    /** The workspace of data that names none. */
    public WorkspaceId defaultWorkspace() {
        return defaultWorkspace(settings);
    }

    /** Like {@link #defaultWorkspace()}, without creating services. */
    public static WorkspaceId defaultWorkspace(Settings settings) {
        return new WorkspaceId(settings.find("DEFAULT_WORKSPACE").orElse("default"));
    }

    private String table() {
        return settings.require("TABLE_NAME");
    }

    private String vaultBucket() {
        return settings.require("VAULT_BUCKET");
    }

    private int days(String name, int fallback) {
        return (int) settings.number(name, fallback, 1, 3650);
    }

    private static ServiceAccess access(Settings settings) {
        Optional<ServiceAccess.Credentials> fixed =
                settings.find("DYNAMODB_ENDPOINT")
                        .map(
                                endpoint ->
                                        new ServiceAccess.Credentials(
                                                settings.require("AWS_ACCESS_KEY_ID"),
                                                settings.require("AWS_SECRET_ACCESS_KEY")));
        return new ServiceAccess(
                settings.require("AWS_REGION"),
                fixed,
                new ServiceAccess.Endpoints(
                        endpoint(settings, "DYNAMODB"),
                        endpoint(settings, "S3"),
                        endpoint(settings, "SQS"),
                        endpoint(settings, "SECRETS_MANAGER"),
                        endpoint(settings, "LAMBDA"),
                        endpoint(settings, "SNS"),
                        endpoint(settings, "EVENTS"),
                        endpoint(settings, "API_GATEWAY")));
    }

    private static Optional<URI> endpoint(Settings settings, String service) {
        return settings.find(service + "_ENDPOINT").map(URI::create);
    }
}
