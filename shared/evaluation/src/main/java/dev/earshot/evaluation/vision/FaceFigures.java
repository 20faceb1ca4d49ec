package dev.earshot.evaluation.vision;

import ai.djl.Device;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.vision.detect.FaceDetector;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Faces found on boxed group photographs, and false ones where there are no people. */
public final class FaceFigures implements VisionEvaluation {
    private static final double SAME = 0.3;
    private static final double PICTURES = 50;

    @Override
    public String name() {
        return "faces";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        int wanted = 0;
        int hits = 0;
        int wrong = 0;
        int empty = 0;
        int false50 = 0;
        try (FaceDetector faces = new FaceDetector(models.resolve("faces"), Device.cpu())) {
            for (Picture picture : pictures.of("faces")) {
                List<Box> found = faces.detect(picture.pixels());
                wanted += picture.truths().size();
                for (Truth truth : picture.truths()) {
                    hits += found.stream().anyMatch(b -> b.overlap(truth.box()) > SAME) ? 1 : 0;
                }
                wrong +=
                        (int)
                                found.stream()
                                        .filter(
                                                box ->
                                                        picture.truths().stream()
                                                                .noneMatch(
                                                                        t ->
                                                                                t.box().overlap(box)
                                                                                        > SAME))
                                        .count();
            }
            for (Picture picture : pictures.of("objects_coco")) {
                if (picture.truths().stream().noneMatch(t -> t.label().equals("person"))) {
                    empty++;
                    false50 += faces.detect(picture.pixels()).size();
                }
            }
        }
        return List.of(
                Figure.atLeast(
                                "faces: recall on group photographs",
                                wanted,
                                "faces",
                                (double) hits / wanted,
                                0.95)
                        .withWilson()
                        .beside(wrong + " boxes where nobody drew one"),
                Figure.atMost(
                                "faces: false ones in 50 without people",
                                empty,
                                "pictures",
                                PICTURES * false50 / empty,
                                1)
                        .beside(false50 + " in all; COCO's truth says there is no person"));
    }
}
