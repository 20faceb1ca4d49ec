package dev.earshot.evaluation.vision;

/** The data for a measurement is not there; the message says what is missing. */
public final class DataMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataMissingException(String message) {
        super(message);
    }
}
