package dev.earshot.evaluation.vision;

import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.safety.SafetyClassifier;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Measures how often a harmless picture is flagged. */
public final class SafetyFigures implements VisionEvaluation {
    private static final List<String> HARMLESS =
            List.of("objects_coco", "imagenet1k_one_per_class", "clothing");

    @Override
    public String name() {
        return "safety";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<Picture> all = new ArrayList<>();
        for (String task : HARMLESS) {
            all.addAll(pictures.of(task));
        }
        try (SafetyClassifier safety =
                new SafetyClassifier(
                        models.resolve("safety"),
                        models.resolve("safety-second"),
                        ComputeDevice.CPU,
                        SafetyClassifier.Settings.DEFAULT)) {
            return figures(all, picture -> safety.classify(picture).flagged());
        }
    }

    static List<Figure> figures(List<Picture> harmless, Predicate<Pixels> flags) {
        int flagged = 0;
        for (Picture picture : harmless) {
            flagged += flags.test(picture.pixels()) ? 1 : 0;
        }
        return List.of(
                Figure.share(
                                "safety: false alarms on harmless photographs",
                                flagged,
                                harmless.size(),
                                "pictures")
                        .atMost(0.01)
                        .beside("one network alone at the same threshold: 0.009"));
    }
}
