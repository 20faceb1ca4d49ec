package dev.earshot.video.frame;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;

import java.util.List;
import java.util.Set;

/**
 * Analyses single frames. Boxes and keypoints are in pixels of the original frame. Thread-safe; the
 * same frame gives the same answer.
 */
public interface FrameModel extends AutoCloseable {
    /** Everything but poses: objects, products, faces, text, safety and scenery. */
    ImageFindings look(Frame frame);

    /** Joints of up to six people, most certain first. */
    List<Pose> poses(Frame frame);

    /**
     * Only everyday objects, for tracking what moves. Includes detections down to a confidence of
     * about 0.2, which can continue existing tracks.
     */
    List<Detection> objects(Frame frame);

    /** The labels that {@link #objects} may give. */
    Set<String> objectLabels();

    /** Every model that takes part. */
    List<ModelVersion> versions();

    @Override
    void close();
}
