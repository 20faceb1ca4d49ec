package dev.earshot.evaluation.vision;

import dev.earshot.evaluation.DataMissingException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One part of what is measured on pictures. */
public interface VisionEvaluation {
    /** What is measured. */
    String name();

    /**
     * Measures.
     *
     * @param models the folder of assembled models
     * @throws DataMissingException where the data is not there
     */
    List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException;
}
