package dev.earshot.core.store;

import org.jspecify.annotations.Nullable;

/** A store's service failed or answered with an error; the same call may succeed later. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
