package dev.earshot.djl.vision.detect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.image.Pixels;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/** The annotated photographs beside the project, which are never shipped. */
final class Photos {
    static final Path FOLDER = Path.of(System.getProperty("earshot.data", "")).resolve("images");

    private Photos() {}

    /** A box that a person drew, and what it holds. */
    record Truth(String label, Box box) {}

    /** A photograph and its boxes. */
    record Photo(String name, Pixels pixels, List<Truth> truths) {}

    static boolean present() {
        return Files.exists(FOLDER.resolve("annotations.jsonl"));
    }

    /** The photographs of a task, in the file's order. */
    static List<Photo> of(String task, int most) {
        List<Photo> photos = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FOLDER.resolve("annotations.jsonl"))) {
                JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
                if (photos.size() < most && entry.get("task").getAsString().equals(task)) {
                    String file = entry.get("file").getAsString();
                    Path path = FOLDER.resolve(task).resolve(file);
                    photos.add(new Photo(file, read(path), truths(entry)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return photos;
    }

    static Pixels read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, to = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = image.getRGB(x, y);
                rgb[to++] = (byte) (pixel >> 16);
                rgb[to++] = (byte) (pixel >> 8);
                rgb[to++] = (byte) pixel;
            }
        }
        return new Pixels(width, height, rgb);
    }

    private static List<Truth> truths(JsonObject entry) {
        List<Truth> truths = new ArrayList<>();
        if (entry.has("objects")) {
            for (JsonElement object : entry.getAsJsonArray("objects")) {
                JsonObject fields = object.getAsJsonObject();
                truths.add(
                        new Truth(
                                fields.get("label").getAsString(),
                                box(fields.getAsJsonArray("bbox_xywh"))));
            }
        }
        if (entry.has("faces")) {
            for (JsonElement face : entry.getAsJsonArray("faces")) {
                truths.add(new Truth("face", box(face.getAsJsonArray())));
            }
        }
        return truths;
    }

    private static Box box(JsonArray numbers) {
        return new Box(
                numbers.get(0).getAsDouble(),
                numbers.get(1).getAsDouble(),
                numbers.get(2).getAsDouble(),
                numbers.get(3).getAsDouble());
    }
}
