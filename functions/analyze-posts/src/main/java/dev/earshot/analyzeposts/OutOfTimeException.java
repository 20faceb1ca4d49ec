package dev.earshot.analyzeposts;

/** A message's turn did not come before its call's time was short. */
final class OutOfTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
        super("the call ended before the message's turn");
    }
}
