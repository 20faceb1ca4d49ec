package dev.earshot.aws.client;

import java.net.URI;
import java.util.Optional;

/**
 * Where and with which credentials AWS is called.
 *
 * @param region AWS region, for instance {@code eu-central-1}
 * @param credentials fixed credentials; empty for the ones that the environment supplies
 * @param endpoints addresses to use in place of AWS's own
 */
public record ServiceAccess(String region, Optional<Credentials> credentials, Endpoints endpoints) {
    /** AWS itself, with the credentials that the environment supplies. */
    public static ServiceAccess aws(String region) {
        return new ServiceAccess(region, Optional.empty(), Endpoints.NONE);
    }

    /** A key pair; its string form omits the secret. */
    public record Credentials(String accessKeyId, String secretAccessKey) {
        @Override
        public String toString() {
            return "Credentials[" + accessKeyId + "]";
        }
    }

    /**
     * One address per service, empty for AWS's own. With an address of its own, S3 is called with
     * path-style URLs.
     */
    public record Endpoints(
            Optional<URI> dynamoDb,
            Optional<URI> s3,
            Optional<URI> sqs,
            Optional<URI> secrets,
            Optional<URI> lambda,
            Optional<URI> sns,
            Optional<URI> events,
            Optional<URI> apiGateway) {
        /** AWS's own addresses. */
        public static final Endpoints NONE =
                new Endpoints(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Uses AWS's own address for Lambda, SNS, EventBridge and API Gateway. */
        public Endpoints(
                Optional<URI> dynamoDb,
                Optional<URI> s3,
                Optional<URI> sqs,
                Optional<URI> secrets) {
            this(
                    dynamoDb,
                    s3,
                    sqs,
                    secrets,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
