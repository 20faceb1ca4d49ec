package dev.earshot.analyzemedia;

/** A service failed while files were handled; the event must be delivered again. */
final class MediaRetryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MediaRetryException(Throwable cause) {
        super("a service failed; the event must be delivered again: " + cause.getMessage(), cause);
    }
}
