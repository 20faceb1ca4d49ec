package dev.earshot.core.picture;

import dev.earshot.core.ModelVersion;

/**
 * A text-image model that the user mounts: a picture and the words that describe it lie in about
 * the same direction. Implementations are thread-safe.
 */
public interface PictureTextModel extends AutoCloseable {
    /** Which model this is; its digest is of all its weights. */
    ModelVersion version();

    /** Where a text lies; what is longer than the model reads is cut off. */
    PictureVector ofText(String text);

    @Override
    void close();
}
