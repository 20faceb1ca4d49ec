package dev.earshot.assembly;

import org.jspecify.annotations.Nullable;

/** A model could not be assembled; the message names the file at fault and what to do. */
public final class AssemblyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AssemblyException(String message) {
        super(message);
    }

    AssemblyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
