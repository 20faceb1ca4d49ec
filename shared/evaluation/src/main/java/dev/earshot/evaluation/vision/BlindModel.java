package dev.earshot.evaluation.vision;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.Pose;

import java.util.List;
import java.util.Set;

/** A frame model that finds nothing and costs nothing, to measure what needs no model. */
final class BlindModel implements FrameModel {
    @Override
    public ImageFindings look(Frame frame) {
        return new ImageFindings(
                frame.originalWidth(),
                frame.originalHeight(),
                List.of(),
                List.of(),
                List.of(),
                new Safety("neutral", 1, false));
    }

    @Override
    public List<Pose> poses(Frame frame) {
        return List.of();
    }

    @Override
    public List<Detection> objects(Frame frame) {
        return List.of();
    }

    @Override
    public Set<String> objectLabels() {
        return Set.of();
    }

    @Override
    public List<ModelVersion> versions() {
        return List.of();
    }

    @Override
    public void close() {}
}
