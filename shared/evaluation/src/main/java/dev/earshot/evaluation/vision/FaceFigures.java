package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.FaceDetector;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Measures recall on annotated group photographs, and false faces in photographs without people.
 */
public final class FaceFigures implements VisionEvaluation {
    private static final double SAME = 0.3;
    private static final double PICTURES = 50;

    @Override
    public String name() {
        return "faces";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        try (FaceDetector faces = new FaceDetector(models.resolve("faces"), ComputeDevice.CPU)) {
            return figures(pictures.of("faces"), pictures.of("objects_coco"), faces::detect);
        }
    }

    /**
     * @param groups photographs with a box around each face
     * @param others photographs with a box around each person, among other things
     * @param detect finds the boxes of the faces in a picture
     */
    static List<Figure> figures(
            List<Picture> groups, List<Picture> others, Function<Pixels, List<Box>> detect) {
        int wanted = 0;
        int hits = 0;
        int wrong = 0;
        for (Picture picture : groups) {
            List<Box> drawn = picture.truths().stream().map(Truth::box).toList();
            List<Box> found = detect.apply(picture.pixels());
            wanted += drawn.size();
            hits += (int) drawn.stream().filter(box -> anyIs(box, found)).count();
            wrong += (int) found.stream().filter(box -> !anyIs(box, drawn)).count();
        }
        int empty = 0;
        int falseOnes = 0;
        for (Picture picture : others) {
            if (picture.truths().stream().noneMatch(t -> t.label().equals("person"))) {
                empty++;
                falseOnes += detect.apply(picture.pixels()).size();
            }
        }
        return List.of(
                Figure.share("faces: recall on group photographs", hits, wanted, "faces")
                        .chosenHere("threshold and tiling")
                        .atLeast(0.95)
                        .beside(wrong + " boxes where nobody drew one"),
                Figure.of(
                                "faces: false ones in 50 without people",
                                empty,
                                "pictures",
                                PICTURES * falseOnes / empty)
                        .atMost(1)
                        .beside(falseOnes + " in all; COCO's truth says there is no person"));
    }

    private static boolean anyIs(Box box, List<Box> others) {
        return others.stream().anyMatch(other -> other.overlap(box) > SAME);
    }
}
