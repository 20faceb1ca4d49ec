package dev.earshot.local;

/**
 * A stack could not be opened or used as requested; the message says in one line what is wrong and
 * how to fix it.
 */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }
}
