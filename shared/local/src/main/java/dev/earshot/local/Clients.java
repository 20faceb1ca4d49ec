package dev.earshot.local;

import dev.earshot.local.server.Loopback;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;

/** AWS clients of the embedded cloud, sharing one connection pool. Thread-safe. */
public final class Clients implements AutoCloseable {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final SqsClient sqs;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final DynamoDbStreamsClient streams;

    private Clients(
            StaticCredentialsProvider credentials,
            String region,
            String sqs,
            String s3,
            String dynamoDb) {
        this.sqs = at(SqsClient.builder().httpClient(http), sqs, credentials, region).build();
        this.s3 =
                at(
                                S3Client.builder().httpClient(http).forcePathStyle(true),
                                s3,
                                credentials,
                                region)
                        .build();
        this.dynamoDb =
                at(DynamoDbClient.builder().httpClient(http), dynamoDb, credentials, region)
                        .build();
        this.streams =
                at(DynamoDbStreamsClient.builder().httpClient(http), dynamoDb, credentials, region)
                        .build();
    }

    static Clients of(StackState.Secrets secrets, StackState.Ports ports, String region) {
        return new Clients(
                credentials(secrets.accessKeyId(), secrets.secretAccessKey()),
                region,
                Loopback.url(ports.sqs()),
                Loopback.url(ports.s3()),
                Loopback.url(ports.dynamoDb()));
    }

    /** Clients of a running stack. */
    public static Clients of(Endpoints endpoints) {
        return new Clients(
                credentials(endpoints.accessKeyId(), endpoints.secretAccessKey()),
                endpoints.region(),
                endpoints.sqs(),
                endpoints.s3(),
                endpoints.dynamodb());
    }

    private static StaticCredentialsProvider credentials(
            String accessKeyId, String secretAccessKey) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    }

    private static <B extends AwsClientBuilder<B, C>, C> B at(
            B builder, String url, StaticCredentialsProvider credentials, String region) {
        return builder.region(Region.of(region))
                .endpointOverride(URI.create(url))
                .credentialsProvider(credentials);
    }

    /** A client of the queues. */
    public SqsClient sqs() {
        return sqs;
    }

    /** A client of the buckets. */
    public S3Client s3() {
        return s3;
    }

    /** A client of the tables. */
    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    /** A client of the tables' streams. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    @Override
    public void close() {
        sqs.close();
        s3.close();
        dynamoDb.close();
        streams.close();
        http.close();
    }
}
