package dev.earshot.lambda;

import dev.earshot.aws.Access;
import dev.earshot.aws.Clients;
import dev.earshot.aws.DynamoAnalysisStore;
import dev.earshot.aws.DynamoApiKeys;
import dev.earshot.aws.DynamoBrandStore;
import dev.earshot.aws.DynamoMediaResults;
import dev.earshot.aws.DynamoParkedStore;
import dev.earshot.aws.Retention;
import dev.earshot.aws.S3MediaStore;
import dev.earshot.aws.S3TextVault;
import dev.earshot.aws.SecretKeys;
import dev.earshot.aws.SqsJobQueue;
import dev.earshot.aws.SqsPostQueue;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.JobQueue;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.PostQueue;
import dev.earshot.core.store.TextVault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The services that a function's settings name, each made when it is first asked for, so that a
 * function pays at cold start only for what it uses. For one wiring; not thread-safe, though all
 * that it hands out is.
 *
 * <p>Settings: {@code AWS_REGION}, {@code TABLE_NAME}, {@code MEDIA_BUCKET}, {@code VAULT_BUCKET}, {@code
 * JOBS_QUEUE_URL}, {@code POSTS_QUEUE_URL}, {@code PSEUDONYM_KEY} or {@code PSEUDONYM_KEY_SECRET_ARN}, the
 * {@code *_RETENTION_DAYS}, {@code DEFAULT_WORKSPACE}; for another cloud than AWS also {@code
 * AWS_ENDPOINT_URL_DYNAMODB}, {@code _S3} and {@code _SQS} with {@code AWS_ACCESS_KEY_ID} and {@code
 * AWS_SECRET_ACCESS_KEY}.
 */
public final class Services {
    private final Settings settings;
    private final InstantSource clock;
    private final Clients clients;
    private final Retention retention;
    private final RandomGenerator random = new SecureRandom();
    private final Supplier<DynamoDbClient> dynamoDb;
    private final Supplier<S3Client> s3;
    private final Supplier<SqsClient> sqs;

    public Services(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.clients = new Clients(access(settings));
        this.dynamoDb = once(clients::dynamoDb);
        this.s3 = once(clients::s3);
        this.sqs = once(clients::sqs);
        this.retention =
                new Retention(
                        days("TEXT_RETENTION_DAYS", Retention.STANDARD.textDays()),
                        days("RESULT_RETENTION_DAYS", Retention.STANDARD.resultDays()),
                        days("COUNT_RETENTION_DAYS", Retention.STANDARD.countDays()));
    }

    public AnalysisStore analysisStore() {
        return new DynamoAnalysisStore(dynamoDb.get(), table(), retention, clock, random);
    }

    public BrandStore brandStore() {
        return new DynamoBrandStore(dynamoDb.get(), table(), random);
    }

    public ParkedStore parkedStore() {
        return new DynamoParkedStore(
                dynamoDb.get(), table(), s3.get(), vaultBucket(), retention, clock, random);
    }

    public MediaResults mediaResults() {
        return new DynamoMediaResults(dynamoDb.get(), table(), retention, clock);
    }

    public ApiKeys apiKeys() {
        return new DynamoApiKeys(dynamoDb.get(), table(), clock);
    }

    public TextVault textVault() {
        return new S3TextVault(s3.get(), vaultBucket(), clock, new SecureRandom());
    }

    public MediaStore mediaStore() {
        return new S3MediaStore(s3.get(), clients.presigner(), settings.require("MEDIA_BUCKET"));
    }

    public JobQueue jobQueue() {
        return new SqsJobQueue(sqs.get(), settings.require("JOBS_QUEUE_URL"));
    }

    public PostQueue postQueue() {
        return new SqsPostQueue(sqs.get(), settings.require("POSTS_QUEUE_URL"));
    }

    /** Keyed by {@code PSEUDONYM_KEY} if set, else by the secret that the settings name. */
    public Pseudonymiser pseudonymiser() {
        return new Pseudonymiser(
                settings.find("PSEUDONYM_KEY")
                        .map(key -> key.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(
                                () ->
                                        new SecretKeys(clients.secrets())
                                                .read(settings.require("PSEUDONYM_KEY_SECRET_ARN"))));
    }

    /** The workspace of what names none. */
    public WorkspaceId defaultWorkspace() {
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

    private static Access access(Settings settings) {
        Optional<Access.Credentials> fixed =
                settings.find("AWS_ENDPOINT_URL_DYNAMODB")
                        .map(
                                endpoint ->
                                        new Access.Credentials(
                                                settings.require("AWS_ACCESS_KEY_ID"),
                                                settings.require("AWS_SECRET_ACCESS_KEY")));
        return new Access(
                settings.require("AWS_REGION"),
                fixed,
                new Access.Endpoints(
                        endpoint(settings, "DYNAMODB"),
                        endpoint(settings, "S3"),
                        endpoint(settings, "SQS"),
                        endpoint(settings, "SECRETS_MANAGER")));
    }

    private static Optional<URI> endpoint(Settings settings, String service) {
        return settings.find("AWS_ENDPOINT_URL_" + service).map(URI::create);
    }

    /** Not synchronised: a wiring runs in one thread. */
    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private Optional<T> made = Optional.empty();

            @Override
            public T get() {
                if (made.isEmpty()) {
                    made = Optional.of(make.get());
                }
                return made.get();
            }
        };
    }
}
