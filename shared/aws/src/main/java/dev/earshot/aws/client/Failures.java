package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.core.exception.SdkException;

import java.util.function.Supplier;

/** Translates the SDK's exceptions into {@link StoreException}. Stateless. */
public final class Failures {
    private Failures() {}

    /**
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
        return new StoreException("could not " + what + ": " + cause.getMessage(), cause);
    }
}
