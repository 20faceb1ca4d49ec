package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.blur.FaceBlur;
import dev.earshot.djl.vision.detect.FaceDetector;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Measures how many faces the detector still finds in blurred copies. */
public final class BlurFigures implements VisionEvaluation {
    @Override
    public String name() {
        return "blurred";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        try (FaceDetector faces = new FaceDetector(models.resolve("faces"), ComputeDevice.CPU)) {
            return figures(pictures.of("faces"), faces::detect, new FaceBlur(faces)::copy);
        }
    }

    /**
     * @param detect finds the boxes of the faces in a picture
     * @param blurred makes a blurred copy of a picture, as a file
     */
    static List<Figure> figures(
            List<Picture> pictures,
            Function<Pixels, List<Box>> detect,
            Function<Pixels, byte[]> blurred) {
        int before = 0;
        int after = 0;
        for (Picture picture : pictures) {
            before += detect.apply(picture.pixels()).size();
            if (new ImageDecoder().decode(blurred.apply(picture.pixels()))
                    instanceof Decoding.Decoded decoded) {
                after += detect.apply(decoded.pixels()).size();
            }
        }
        return List.of(
                Figure.of(
                                "blurred: faces found in blurred copies",
                                pictures.size(),
                                "pictures",
                                after)
                        .atMost(0)
                        .beside(before + " before"));
    }
}
