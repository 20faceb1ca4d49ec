package dev.earshot.local.server;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;

/** The key of a queue's server in tests, and a client that has it. */
final class LocalQueue {
    static final String REGION = "eu-west-1";

    private LocalQueue() {}

    static SignedRequests requests() {
        return new SignedRequests("LOCALKEY", "secret");
    }

    static SqsClient client(int port) {
        return SqsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(REGION))
                .endpointOverride(URI.create(Loopback.url(port)))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("LOCALKEY", "secret")))
                .build();
    }
}
