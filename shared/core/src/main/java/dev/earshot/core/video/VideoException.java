package dev.earshot.core.video;

import org.jspecify.annotations.Nullable;

/** The decoder of a video died or hung; the message says at which second and with what. */
public final class VideoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VideoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
