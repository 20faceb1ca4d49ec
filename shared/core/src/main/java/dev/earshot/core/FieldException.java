package dev.earshot.core;

/**
 * A value that its field can't take. Records made of what came from outside throw it, and it alone
 * means that such a record is refused; any other exception is a fault of the program. The message
 * is the field, a space and the reason.
 */
public final class FieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * @param field for instance {@code aliases[2]}
     * @param reason what is wrong, with the value received; continues the field as a sentence
     */
    public FieldException(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** Which field it is, for instance {@code aliases[2]}. */
    public String field() {
        return field;
    }

    /** What is wrong with it, with the value received. */
    public String reason() {
        return reason;
    }
}
