package dev.earshot.evaluation.vision;

import ai.djl.Device;

import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.vision.blur.FaceBlur;
import dev.earshot.djl.vision.detect.FaceDetector;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Faces that the detector still finds in blurred copies. */
public final class BlurFigures implements VisionEvaluation {
    @Override
    public String name() {
        return "blurred";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        int before = 0;
        int after = 0;
        int count = 0;
        try (FaceDetector faces = new FaceDetector(models.resolve("faces"), Device.cpu())) {
            FaceBlur blur = new FaceBlur(faces);
            for (Picture picture : pictures.of("faces")) {
                count++;
                before += faces.detect(picture.pixels()).size();
                if (new ImageDecoder().decode(blur.copy(picture.pixels()))
                        instanceof Decoding.Decoded decoded) {
                    after += faces.detect(decoded.pixels()).size();
                }
            }
        }
        return List.of(
                Figure.atMost("blurred: faces found in blurred copies", count, "pictures", after, 0)
                        .beside(before + " before"));
    }
}
