package dev.earshot.query;

/** A query with an invalid parameter; the message names the value and how to fix it. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String parameter;

    /**
     * @param parameter name of the invalid parameter, as the caller knows it
     */
    public QueryException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
