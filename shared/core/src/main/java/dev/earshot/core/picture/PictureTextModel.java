package dev.earshot.core.picture;

import dev.earshot.core.ModelVersion;

/**
 * A text-image model that the user mounts: the vectors of a picture and of the words that describe
 * it point in about the same direction. Implementations are thread-safe.
 */
public interface PictureTextModel extends AutoCloseable {
    /** The model; its digest covers all its weights. */
    ModelVersion version();

    /** The vector of a text, which is cut at the model's length. */
    PictureVector ofText(String text);

    @Override
    void close();
}
