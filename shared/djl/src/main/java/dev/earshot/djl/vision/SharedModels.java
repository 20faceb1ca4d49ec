package dev.earshot.djl.vision;

import ai.djl.Device;

import dev.earshot.core.ModelVersion;
import dev.earshot.djl.vision.detect.FaceDetector;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.djl.vision.ocr.PictureTextReader;
import dev.earshot.djl.vision.safety.SafetyClassifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The models used for both pictures and frames of videos. Thread-safe. */
final class SharedModels implements AutoCloseable {
    final ObjectDetector objects;
    final ObjectDetector products;
    final FaceDetector faces;
    final PictureTextReader text;
    final SafetyClassifier safety;

    /**
     * @param models the folder of assembled models
     */
    SharedModels(Path models, Device device) {
        objects = new ObjectDetector(models.resolve("objects"), device);
        products = new ObjectDetector(models.resolve("products"), device);
        faces = new FaceDetector(models.resolve("faces"), device);
        text =
                new PictureTextReader(
                        models.resolve("ocr-detection"),
                        models.resolve("ocr-recognition"),
                        device,
                        PictureTextReader.Settings.DEFAULT);
        safety =
                new SafetyClassifier(
                        models.resolve("safety"),
                        models.resolve("safety-second"),
                        device,
                        SafetyClassifier.Settings.DEFAULT);
    }

    /** Versions of these models and one more. */
    List<ModelVersion> versionsAnd(ModelVersion more) {
        List<ModelVersion> versions =
                new ArrayList<>(List.of(objects.version(), products.version(), faces.version()));
        versions.addAll(text.versions());
        versions.addAll(safety.versions());
        versions.add(more);
        return versions;
    }

    @Override
    public void close() {
        objects.close();
        products.close();
        faces.close();
        text.close();
        safety.close();
    }
}
