package dev.earshot.lambda;

/**
 * A setting is missing or has a value that can't be used; the message says which one and how to fix
 * it.
 */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
