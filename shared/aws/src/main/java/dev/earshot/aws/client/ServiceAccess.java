package dev.earshot.aws.client;

import java.net.URI;
import java.util.Optional;

/**
 * How the services are reached.
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

    /** A key pair; its text form leaves the secret out. */
    public record Credentials(String accessKeyId, String secretAccessKey) {
        @Override
        public String toString() {
            return "Credentials[" + accessKeyId + "]";
        }
    }

    /**
     * An address for each service, empty for AWS's own. S3 is addressed by path where it is set.
     */
    public record Endpoints(
            Optional<URI> dynamoDb,
            Optional<URI> s3,
            Optional<URI> sqs,
            Optional<URI> secrets,
            Optional<URI> lambda) {
        /** AWS's own addresses. */
        public static final Endpoints NONE =
                new Endpoints(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** With AWS's own address for calling functions. */
        public Endpoints(
                Optional<URI> dynamoDb,
                Optional<URI> s3,
                Optional<URI> sqs,
                Optional<URI> secrets) {
            this(dynamoDb, s3, sqs, secrets, Optional.empty());
        }
    }
}
