package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.core.exception.SdkException;

import java.util.function.Supplier;

/** Turns the SDK's errors into the one that callers know. Stateless. */
public final class Failures {
    private Failures() {}

    /**
     * @param what the attempt in words that follow "could not"
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
