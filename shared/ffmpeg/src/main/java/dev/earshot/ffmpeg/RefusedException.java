package dev.earshot.ffmpeg;

/** The file can't be decoded; the message says why and how to mend it. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
