package dev.earshot.query;

/**
 * A question that can't be answered as it was put; the message says which value and how to mend it.
 */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String parameter;

    /**
     * @param parameter the name of the parameter at fault, as the asker knows it
     */
    public QueryException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
