package dev.earshot.aws.client;

import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells a missing object from a failure. Stateless. */
public final class S3Errors {
    private static final int NOT_FOUND = 404;

    private S3Errors() {}

    /** True for a missing object; a missing bucket is a failure. */
    public static boolean missing(S3Exception e) {
        if (e instanceof NoSuchKeyException) {
            return true;
        }
        return e.statusCode() == NOT_FOUND
                && e.awsErrorDetails() != null
                && "NoSuchKey".equals(e.awsErrorDetails().errorCode());
    }
}
