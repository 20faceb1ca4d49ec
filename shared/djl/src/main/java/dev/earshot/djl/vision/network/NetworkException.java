package dev.earshot.djl.vision.network;

/** A model folder could not be loaded; the message names it and says how to mend it. */
public final class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
