package dev.earshot.cli.command;

/** The command was called wrongly; the message is the line that the user sees. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to fix it. */
    public UsageException(String message) {
        super(message);
    }
}
