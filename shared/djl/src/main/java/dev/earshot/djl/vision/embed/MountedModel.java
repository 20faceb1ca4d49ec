package dev.earshot.djl.vision.embed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.earshot.core.Digests;
import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.djl.ModelFolder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code picture-text} beside the other models: {@code model.json}, two TorchScript
 * files and a tokenizer. The digest covers all four, so that other weights or another tokenizer
 * under the same revision count as another model.
 *
 * <pre>{@code
 * {"name": "clip", "revision": "1", "dimensions": 512,
 *  "picture": {"file": "picture.pt", "width": 224, "height": 224, "fit": "crop",
 *              "mean": [0.48, 0.46, 0.41], "std": [0.27, 0.26, 0.28]},
 *  "text": {"file": "text.pt", "tokenizer": "tokenizer.json", "length": 77, "padding": 0, "mask": false}}
 * }</pre>
 *
 * <p>{@code picture.pt} takes {@code [1, 3, height, width] float32}, colours in [0, 1] minus {@code
 * mean}, divided by {@code std}; {@code fit} is {@code crop} (the middle, scaled to fill) or {@code
 * stretch}. {@code text.pt} takes token ids {@code [1, tokens] int64}, padded to {@code length}
 * where {@code padding} is given, and with {@code mask} also a tensor with 1 for each token that is
 * not padding. Both give {@code [1, dimensions] float32}; the norm of the vector does not matter.
 *
 * @param cropped whether the middle of the picture is taken; otherwise all of it is stretched
 * @param padding id of the padding token; empty where texts keep their own length
 */
record MountedModel(
        Path folder,
        ModelVersion version,
        int dimensions,
        Path pictureFile,
        int width,
        int height,
        boolean cropped,
        List<Double> mean,
        List<Double> deviation,
        Path textFile,
        Path tokenizer,
        int length,
        Optional<Long> padding,
        boolean masked) {
    /** Name of the folder beside the other models. */
    static final String FOLDER = "picture-text";

    private static final int MAX_SIDE = 1_024;
    private static final int MAX_TEXT_LENGTH = 4_096;

    MountedModel {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** The mounted model; empty where there is no such folder among the models. */
    static Optional<MountedModel> among(Path models) {
        Path folder = models.resolve(FOLDER);
        return Files.isDirectory(folder) ? Optional.of(read(folder)) : Optional.empty();
    }

    private static MountedModel read(Path folder) {
        return ModelFolder.read(folder, "a text-image model", root -> of(folder, root));
    }

    private static MountedModel of(Path folder, JsonObject root) throws IOException {
        JsonObject picture = root.getAsJsonObject("picture");
        JsonObject text = root.getAsJsonObject("text");
        Path pictures = folder.resolve(picture.get("file").getAsString());
        Path texts = folder.resolve(text.get("file").getAsString());
        Path tokenizer = folder.resolve(text.get("tokenizer").getAsString());
        String fit = picture.has("fit") ? picture.get("fit").getAsString() : "crop";
        if (!fit.equals("crop") && !fit.equals("stretch")) {
            throw new IllegalArgumentException(
                    "picture.fit must be crop or stretch, got '" + fit + "'");
        }
        return new MountedModel(
                folder,
                new ModelVersion(
                        root.get("name").getAsString(),
                        root.get("revision").getAsString(),
                        digest(List.of(folder.resolve("model.json"), pictures, texts, tokenizer))),
                within(root, "dimensions", PictureVector.MAX_DIMENSIONS),
                pictures,
                within(picture, "width", MAX_SIDE),
                within(picture, "height", MAX_SIDE),
                fit.equals("crop"),
                three(picture, "mean"),
                three(picture, "std"),
                texts,
                tokenizer,
                within(text, "length", MAX_TEXT_LENGTH),
                Optional.ofNullable(text.get("padding")).map(JsonElement::getAsLong),
                text.has("mask") && text.get("mask").getAsBoolean());
    }

    private static int within(JsonObject object, String name, int most) {
        int value = object.get(name).getAsInt();
        if (value < 2 || value > most) {
            throw new IllegalArgumentException(name + " must be 2 to " + most + ", got " + value);
        }
        return value;
    }

    private static List<Double> three(JsonObject object, String name) {
        List<Double> numbers =
                object.getAsJsonArray(name).asList().stream()
                        .map(JsonElement::getAsDouble)
                        .toList();
        if (numbers.size() != 3 || (name.equals("std") && numbers.stream().anyMatch(n -> n <= 0))) {
            throw new IllegalArgumentException(
                    "picture." + name + " must be three numbers, of std above 0, got " + numbers);
        }
        return numbers;
    }

    private static String digest(List<Path> files) throws IOException {
        MessageDigest digest = Digests.newSha256();
        for (Path file : files) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return Digests.hex(digest.digest());
    }
}
