package dev.earshot.evaluation.vision;

import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.Figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One measurement of the vision models. */
public interface VisionEvaluation {
    /** Name of the measurement on the command line. */
    String name();

    /**
     * Measures.
     *
     * @param models the folder of assembled models
     * @throws DataMissingException if the data is missing
     */
    List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException;
}
