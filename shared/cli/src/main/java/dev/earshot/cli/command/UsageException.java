package dev.earshot.cli.command;

/** A mistake of the person at the keyboard; the message is the one line that is shown. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public UsageException(String message) {
        super(message);
    }
}
