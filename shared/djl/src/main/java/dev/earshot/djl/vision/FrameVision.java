package dev.earshot.djl.vision;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.TextLine;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.djl.vision.detect.ObjectMerge;
import dev.earshot.djl.vision.pose.PoseReader;
import dev.earshot.djl.vision.scene.SceneClassifier;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The vision models over the frames of videos. Thread-safe. */
public final class FrameVision implements FrameModel {
    /** Least score in a glance: enough to continue a track, too little to start one. */
    private static final double GLANCE_SCORE = 0.2;

    private final SharedModels shared;
    private final PoseReader poses;
    private final SceneClassifier scenes;
    private final Set<String> objectLabels;

    private FrameVision(Path models, ComputeDevice device) {
        this.shared = new SharedModels(models, device);
        this.poses = new PoseReader(models.resolve("pose"), device);
        this.scenes = new SceneClassifier(models.resolve("scenes"), device);
        this.objectLabels = Set.copyOf(shared.objects.labels());
    }

    /**
     * Loads every model.
     *
     * @param models the folder of assembled models
     */
    public static FrameVision load(Path models, ComputeDevice device) {
        return new FrameVision(models, device);
    }

    @Override
    public ImageFindings look(Frame frame) {
        Pixels picture = pixels(frame);
        ObjectDetector.Sight everyday = shared.objects.glance(picture);
        ObjectDetector.Sight kinds = shared.products.glance(picture);
        List<Detection> things = ObjectMerge.merge(everyday.objects(), kinds.objects());
        return new ImageFindings(
                frame.originalWidth(),
                frame.originalHeight(),
                inOriginal(things, frame),
                shared.faces.detect(picture).stream().map(frame::toOriginal).toList(),
                shared.text.read(picture).lines().stream()
                        .map(t -> new TextLine(t.text(), t.score(), frame.toOriginal(t.box())))
                        .toList(),
                shared.safety.classify(picture),
                scenes.classify(
                        kinds.features(),
                        everyday.features(),
                        things,
                        (double) picture.width() * picture.height()),
                List.of(),
                Optional.empty());
    }

    @Override
    public List<Pose> poses(Frame frame) {
        double across = (double) frame.originalWidth() / frame.width();
        double down = (double) frame.originalHeight() / frame.height();
        return poses.read(pixels(frame)).stream()
                .map(
                        pose ->
                                new Pose(
                                        frame.toOriginal(pose.box()),
                                        pose.score(),
                                        pose.points().stream()
                                                .map(
                                                        p ->
                                                                new Point(
                                                                        p.x() * across,
                                                                        p.y() * down,
                                                                        p.score()))
                                                .toList()))
                .toList();
    }

    @Override
    public List<Detection> objects(Frame frame) {
        return inOriginal(
                shared.objects.detect(List.of(pixels(frame)), GLANCE_SCORE).getFirst(), frame);
    }

    @Override
    public Set<String> objectLabels() {
        return objectLabels;
    }

    private static List<Detection> inOriginal(List<Detection> found, Frame frame) {
        List<Detection> moved = new ArrayList<>();
        for (Detection detection : found) {
            Box box = frame.toOriginal(detection.box());
            moved.add(new Detection(detection.label(), detection.score(), box));
        }
        return moved;
    }

    private static Pixels pixels(Frame frame) {
        return new Pixels(frame.width(), frame.height(), frame.rgb());
    }

    @Override
    public List<ModelVersion> versions() {
        List<ModelVersion> versions = new ArrayList<>(shared.versionsAnd(scenes.version()));
        versions.add(poses.version());
        return versions;
    }

    @Override
    public void close() {
        shared.close();
        poses.close();
        scenes.close();
    }
}
