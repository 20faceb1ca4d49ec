package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.util.function.Supplier;

/**
 * Translates the SDK's exceptions into {@link StoreException}. The message holds what the service
 * calls the failure and the request's id, never the service's own words: these may repeat what was
 * sent to it, and messages are logged. Stateless.
 */
public final class Failures {
    private Failures() {}

    /**
     * Runs a call and translates its failure.
     *
     * @param what the attempted action, worded to follow "could not"
     */
    public static <T> T in(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw because(what, e);
        }
    }

    public static StoreException because(String what, SdkException cause) {
        return new StoreException("could not " + what + ": " + reason(cause), cause);
    }

    private static String reason(SdkException cause) {
        if (cause instanceof AwsServiceException refused) {
            String code =
                    refused.awsErrorDetails() == null
                            ? null
                            : refused.awsErrorDetails().errorCode();
            return (code == null ? refused.getClass().getSimpleName() : code)
                    + ", status "
                    + refused.statusCode()
                    + ", request "
                    + refused.requestId();
        }
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return cause.getClass().getSimpleName() + " by " + root.getClass().getSimpleName();
    }
}
