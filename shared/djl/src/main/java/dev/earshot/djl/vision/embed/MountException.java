package dev.earshot.djl.vision.embed;

/** The mounted text-image model can't be used; the message says what is wrong and where. */
public final class MountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MountException(String message, Throwable cause) {
        super(message, cause);
    }

    MountException(String message) {
        super(message);
    }
}
