package dev.earshot.aws.client;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the SDK's clients. Each call makes a new one; a wiring asks only for those that it needs,
 * once each, since every client adds to cold start. All use the JDK's own HTTP connections ({@code
 * url-connection-client}), which start fastest.
 *
 * <p>Timeouts turn a stuck service into an error well before a function's deadline (120 s for
 * posts, 180 s for media), and the queue then delivers the message again. DynamoDB, SQS and Secrets
 * Manager get 4 s per attempt and 15 s in all, S3 gets 20 s and 45 s, with up to 4 attempts and the
 * SDK's standard backoff.
 *
 * <p>Thread-safe. Closing this closes every client that it made.
 */
public final class Clients implements AutoCloseable {
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration TRANSFER_ATTEMPT = Duration.ofSeconds(20);
    private static final Duration TRANSFER_CALL = Duration.ofSeconds(45);
    private static final Duration LONG_POLL = Duration.ofSeconds(24);
    private static final Duration LONG_POLL_CALL = Duration.ofSeconds(50);
    private static final Duration INVOKE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 4;

    private final ServiceAccess access;
    private final List<ExecutionInterceptor> interceptors;
    private final List<AutoCloseable> made = new ArrayList<>();

    public Clients(ServiceAccess access) {
        this(access, List.of());
    }

    /**
     * @param interceptors see every call and may make it fail; for tests and measurements
     */
    public Clients(ServiceAccess access, List<ExecutionInterceptor> interceptors) {
        this.access = access;
        this.interceptors = List.copyOf(interceptors);
    }

    /** A client for DynamoDB. */
    public DynamoDbClient dynamoDb() {
        var builder = DynamoDbClient.builder();
        common(builder, access.endpoints().dynamoDb(), ATTEMPT, CALL);
        return keep(builder.httpClient(http(ATTEMPT)).build());
    }

    /** A client for S3. */
    public S3Client s3() {
        var builder = S3Client.builder().forcePathStyle(access.endpoints().s3().isPresent());
        common(builder, access.endpoints().s3(), TRANSFER_ATTEMPT, TRANSFER_CALL);
        return keep(builder.httpClient(http(TRANSFER_ATTEMPT)).build());
    }

    /** Presigns URLs of S3 without calling it. */
    public S3Presigner presigner() {
        var builder =
                S3Presigner.builder()
                        .region(Region.of(access.region()))
                        .credentialsProvider(credentials())
                        .serviceConfiguration(
                                S3Configuration.builder()
                                        .pathStyleAccessEnabled(access.endpoints().s3().isPresent())
                                        .build());
        access.endpoints().s3().ifPresent(builder::endpointOverride);
        return keep(builder.build());
    }

    /** A client for SQS. */
    public SqsClient sqs() {
        var builder = SqsClient.builder();
        common(builder, access.endpoints().sqs(), ATTEMPT, CALL);
        return keep(builder.httpClient(http(ATTEMPT)).build());
    }

    /** A client for SQS with a timeout that is longer than a long poll. */
    public SqsClient patientSqs() {
        var builder = SqsClient.builder();
        common(builder, access.endpoints().sqs(), LONG_POLL, LONG_POLL_CALL);
        return keep(builder.httpClient(http(LONG_POLL)).build());
    }

    /** A client for Secrets Manager. */
    public SecretsManagerClient secrets() {
        var builder = SecretsManagerClient.builder();
        common(builder, access.endpoints().secrets(), ATTEMPT, CALL);
        return keep(builder.httpClient(http(ATTEMPT)).build());
    }

    /** Calls functions, with a timeout as long as the calling API can wait. */
    public LambdaInvoker invoker() {
        return new LambdaInvoker(
                signedCalls(INVOKE), endpoint("lambda", access.endpoints().lambda()));
    }

    /** Publishes alerts to a topic of SNS. */
    public SnsTopic topic(String arn) {
        return new SnsTopic(signedCalls(ATTEMPT), endpoint("sns", access.endpoints().sns()), arn);
    }

    /** Publishes alerts to a bus of EventBridge. */
    public EventBridgeBus bus(String name) {
        return new EventBridgeBus(
                signedCalls(ATTEMPT), endpoint("events", access.endpoints().events()), name);
    }

    /** Empties what API Gateway remembers of keys. */
    public GatewayGrants gatewayGrants() {
        return new GatewayGrants(
                signedCalls(ATTEMPT), endpoint("apigateway", access.endpoints().apiGateway()));
    }

    private SignedCalls signedCalls(Duration timeout) {
        return keep(new SignedCalls(http(timeout), credentials(), access.region()));
    }

    private URI endpoint(String service, Optional<URI> own) {
        return own.orElseGet(
                () ->
                        URI.create(
                                "https://"
                                        + service
                                        + "."
                                        + access.region()
                                        + "."
                                        + Region.of(access.region())
                                                .metadata()
                                                .partition()
                                                .dnsSuffix()));
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable client : made) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException("a client of the SDK must close without error", e);
            }
        }
        made.clear();
    }

    private synchronized <T extends AutoCloseable> T keep(T client) {
        made.add(client);
        return client;
    }

    private void common(
            AwsClientBuilder<?, ?> builder,
            Optional<URI> endpoint,
            Duration attempt,
            Duration call) {
        StandardRetryStrategy retries =
                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build();
        builder.region(Region.of(access.region()))
                .credentialsProvider(credentials())
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .apiCallAttemptTimeout(attempt)
                                .apiCallTimeout(call)
                                .retryStrategy(retries)
                                .executionInterceptors(interceptors)
                                // Only the environment is read: a profile file would add to cold
                                // start.
                                .defaultProfileFile(ProfileFile.aggregator().build())
                                .build());
        endpoint.ifPresent(builder::endpointOverride);
    }

    private AwsCredentialsProvider credentials() {
        return access.credentials()
                .<AwsCredentialsProvider>map(
                        fixed ->
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                fixed.accessKeyId(), fixed.secretAccessKey())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static SdkHttpClient http(Duration attempt) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(attempt)
                .build();
    }
}
