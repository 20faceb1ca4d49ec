package dev.earshot.evaluation.vision;

import ai.djl.Device;

import dev.earshot.djl.vision.safety.SafetyClassifier;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How often a harmless picture is flagged. */
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
        int flagged = 0;
        try (SafetyClassifier safety =
                new SafetyClassifier(
                        models.resolve("safety"),
                        models.resolve("safety-second"),
                        Device.cpu(),
                        SafetyClassifier.Settings.DEFAULT)) {
            for (Picture picture : all) {
                flagged += safety.classify(picture.pixels()).flagged() ? 1 : 0;
            }
        }
        return List.of(
                Figure.atMost(
                                "safety: false alarms on harmless photographs",
                                all.size(),
                                "pictures",
                                (double) flagged / all.size(),
                                0.01)
                        .withWilson()
                        .beside("one network alone at the same threshold: 0.009"));
    }
}
