package dev.earshot.evaluation;

/** Data for a measurement is missing; the message says which. */
public final class DataMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataMissingException(String message) {
        super(message);
    }
}
