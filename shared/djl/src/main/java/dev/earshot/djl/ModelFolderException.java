package dev.earshot.djl;

/**
 * A folder does not hold the model that it should; the message names the folder and says how to
 * mend it.
 */
public final class ModelFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelFolderException(String message, Throwable cause) {
        super(message, cause);
    }

    public ModelFolderException(String message) {
        super(message);
    }
}
