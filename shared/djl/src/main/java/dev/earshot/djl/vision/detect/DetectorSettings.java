package dev.earshot.djl.vision.detect;

import com.google.gson.JsonObject;

import dev.earshot.djl.ModelFolder;

import java.nio.file.Path;

/**
 * What a detector's {@code model.json} says under {@code input} and {@code detection}.
 *
 * @param size side of the square input in pixels
 * @param unit one unit of the network's box coordinates in input pixels
 * @param minimumScore scores below are not reported
 * @param maximumOverlap intersection over union above which the less certain box of a class is a
 *     duplicate
 */
record DetectorSettings(int size, double unit, double minimumScore, double maximumOverlap) {

    /**
     * @throws dev.earshot.djl.ModelFolderException if the folder does not describe a detector
     */
    static DetectorSettings read(Path folder) {
        return ModelFolder.read(folder, "a detector", DetectorSettings::of);
    }

    private static DetectorSettings of(JsonObject root) {
        JsonObject detection = root.getAsJsonObject("detection");
        int size = root.getAsJsonObject("input").getAsJsonArray("shape").get(3).getAsInt();
        String unit = detection.get("unit").getAsString();
        return new DetectorSettings(
                size,
                switch (unit) {
                    case "pixel" -> 1;
                    case "side" -> size;
                    default ->
                            throw new IllegalArgumentException(
                                    "detection.unit must be pixel or side, got " + unit);
                },
                detection.get("minimumScore").getAsDouble(),
                detection.get("maximumOverlap").getAsDouble());
    }
}
