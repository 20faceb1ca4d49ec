package dev.earshot.djl.vision.why;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.PictureExplanation;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.djl.vision.detect.ObjectMerge;
import dev.earshot.djl.vision.scene.SceneClassifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains a label of a picture by covering parts of it, which costs up to 50 runs of one or two
 * networks: some seconds. Thread-safe.
 */
public final class PictureExplainer implements AutoCloseable {
    /** The networks see no more of a picture. */
    private static final int LONGEST_SIDE = 640;

    /** Below it a score says nothing that could be taken away. */
    private static final double LEAST_SCORE = 0.1;

    /** Detections this weak still count, so that a fall of the score is seen to its end. */
    private static final double LEAST_DETECTION = 0.01;

    private final ImageDecoder decoder = new ImageDecoder();
    private final ObjectDetector objects;
    private final ObjectDetector products;
    private final SceneClassifier scenes;

    private PictureExplainer(Path models, ComputeDevice device) {
        this.objects = new ObjectDetector(models.resolve("objects"), device);
        this.products = new ObjectDetector(models.resolve("products"), device);
        this.scenes = new SceneClassifier(models.resolve("scenes"), device);
    }

    /**
     * Loads the models whose labels can be explained.
     *
     * @param models the folder of assembled models
     */
    public static PictureExplainer load(Path models, ComputeDevice device) {
        return new PictureExplainer(models, device);
    }

    /** The result of explaining a file. */
    public sealed interface Answer {
        /** What the label hangs on. */
        record Explained(PictureExplanation explanation) implements Answer {}

        /**
         * The label isn't seen in the picture.
         *
         * @param seen the labels that are, and could be explained
         */
        record NotSeen(List<String> seen) implements Answer {}

        /**
         * The file isn't a picture that can be read.
         *
         * @param reason what is wrong and how to mend it
         */
        record Refused(String reason) implements Answer {}
    }

    /**
     * Explains a label.
     *
     * @param label of an object, a scene, a setting or a garment; empty for the most certain
     *     object, or else the scene
     */
    public Answer explain(byte[] encoded, Optional<String> label) {
        return switch (decoder.decode(encoded)) {
            case Decoding.Refused refused -> new Answer.Refused(refused.message());
            case Decoding.Decoded decoded -> explain(decoded.pixels().within(LONGEST_SIDE), label);
        };
    }

    private Answer explain(Pixels picture, Optional<String> label) {
        Map<String, String> seen = seen(picture);
        Optional<String> wanted = label.or(() -> seen.keySet().stream().findFirst());
        if (wanted.isEmpty()) {
            return new Answer.NotSeen(List.of());
        }
        String kind = seen.getOrDefault(wanted.get(), kind(wanted.get()));
        Occlusion occlusion =
                new Occlusion(picture, pictures -> scores(pictures, wanted.get(), kind));
        double whole = kind.isEmpty() ? 0 : occlusion.whole();
        if (whole < LEAST_SCORE) {
            return new Answer.NotSeen(List.copyOf(seen.keySet()));
        }
        double[] drops = occlusion.drops(whole);
        double withoutTop = occlusion.without(List.of(occlusion.top(drops)))[0];
        return new Answer.Explained(
                new PictureExplanation(
                        wanted.get(),
                        kind,
                        whole,
                        occlusion.columns,
                        occlusion.rows,
                        Arrays.stream(drops).boxed().toList(),
                        withoutTop));
    }

    /** Labels that are told of the picture, with their kinds; the most certain object first. */
    private Map<String, String> seen(Pixels picture) {
        ObjectDetector.Sight everyday = objects.glance(picture);
        ObjectDetector.Sight kinds = products.glance(picture);
        List<Detection> things =
                ObjectMerge.merge(everyday.objects(), kinds.objects()).stream()
                        .sorted(Comparator.comparingDouble(Detection::score).reversed())
                        .toList();
        Map<String, String> seen = new LinkedHashMap<>();
        things.forEach(thing -> seen.putIfAbsent(thing.label(), "object"));
        Scenery scenery =
                scenes.classify(
                        kinds.features(),
                        everyday.features(),
                        things,
                        (double) picture.width() * picture.height());
        scenery.scene().ifPresent(scene -> seen.putIfAbsent(scene.label(), "scene"));
        scenery.settings().stream()
                .filter(setting -> setting.basis().equals(Scored.PICTURE))
                .forEach(setting -> seen.putIfAbsent(setting.label(), "setting"));
        scenery.garment().ifPresent(garment -> seen.putIfAbsent(garment.label(), "clothing"));
        return seen;
    }

    /** The kind of a label that is not told of the picture; empty if no model knows it. */
    private String kind(String label) {
        return objects.labels().contains(label) || products.labels().contains(label)
                ? "object"
                : scenes.kind(label).orElse("");
    }

    private double[] scores(List<Pixels> pictures, String label, String kind) {
        if (kind.equals("object")) {
            double[] best = new double[pictures.size()];
            for (ObjectDetector detector : List.of(objects, products)) {
                if (detector.labels().contains(label)) {
                    raise(best, detector.detect(pictures, LEAST_DETECTION), label);
                }
            }
            return best;
        }
        List<Double> scores = new ArrayList<>();
        for (Pixels picture : pictures) {
            scores.add(
                    scenes.score(
                            label,
                            kind,
                            products.glance(picture).features(),
                            objects.glance(picture).features()));
        }
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void raise(double[] best, List<List<Detection>> found, String label) {
        for (int i = 0; i < best.length; i++) {
            for (Detection thing : found.get(i)) {
                if (thing.label().equals(label)) {
                    best[i] = Math.max(best[i], thing.score());
                }
            }
        }
    }

    @Override
    public void close() {
        objects.close();
        products.close();
        scenes.close();
    }
}
