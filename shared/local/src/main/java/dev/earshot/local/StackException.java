package dev.earshot.local;

/**
 * A stack could not be opened or used as it was asked to be; the message is the one line that says
 * what is wrong and how to mend it.
 */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }
}
