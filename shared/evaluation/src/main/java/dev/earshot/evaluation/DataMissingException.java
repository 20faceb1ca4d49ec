package dev.earshot.evaluation;

/** The data for a measurement is not there; the message says what is missing. */
public final class DataMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataMissingException(String message) {
        super(message);
    }
}
