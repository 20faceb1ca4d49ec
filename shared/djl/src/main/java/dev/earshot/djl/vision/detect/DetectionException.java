package dev.earshot.djl.vision.detect;

/** A model folder does not describe a detector; the message names it and says how to mend it. */
public final class DetectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DetectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
