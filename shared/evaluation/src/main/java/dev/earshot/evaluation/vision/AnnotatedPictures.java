package dev.earshot.evaluation.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.DataMissingException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The data folder's subfolder {@code images}, whose {@code annotations.jsonl} has one object per
 * picture. The pictures are never shipped. Immutable.
 */
public final class AnnotatedPictures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ImageDecoder DECODER = new ImageDecoder();

    private final Path folder;
    private final List<JsonNode> entries;

    private AnnotatedPictures(Path folder, List<JsonNode> entries) {
        this.folder = folder;
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads the list.
     *
     * @param data the data folder, or its folder {@code images}
     * @throws DataMissingException if the list is missing
     */
    public static AnnotatedPictures in(Path data) throws IOException {
        Path folder = DataFolder.part(data, "images");
        return new AnnotatedPictures(folder, lines(DataFolder.need(folder, "annotations.jsonl")));
    }

    /** The objects of a file with one object per line; blank lines are ignored. */
    static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                entries.add(JSON.readTree(line));
            }
        }
        return entries;
    }

    /** One annotated thing in a picture. */
    record Truth(String label, Box box) {}

    /** One annotated picture. */
    record Picture(String file, byte[] bytes, JsonNode annotation, List<Truth> truths) {
        Pixels pixels() {
            return switch (DECODER.decode(bytes)) {
                case Decoding.Decoded decoded -> decoded.pixels();
                case Decoding.Refused refused ->
                        throw new DataMissingException(file + ": " + refused.message());
            };
        }

        String label() {
            return annotation.path("label").asText();
        }

        String text() {
            return annotation.path("text").asText();
        }
    }

    /** The pictures of a task, in the list's order; fails if there are none. */
    List<Picture> of(String task) throws IOException {
        List<JsonNode> wanted =
                entries.stream().filter(e -> e.path("task").asText().equals(task)).toList();
        if (wanted.isEmpty()) {
            throw new DataMissingException("the list has no picture for the task " + task);
        }
        List<Picture> pictures = new ArrayList<>();
        for (JsonNode entry : wanted) {
            String file = entry.path("file").asText();
            pictures.add(new Picture(file, bytes(task, file), entry, truths(entry)));
        }
        return pictures;
    }

    /** A folder beside the pictures' folder. */
    Path beside(String name) {
        return folder.toAbsolutePath().resolveSibling(name);
    }

    /** All files of a folder beside the list, sorted by name. */
    List<Path> files(String name) throws IOException {
        try (var files = Files.list(DataFolder.need(folder, name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private byte[] bytes(String task, String file) throws IOException {
        int mark = file.indexOf('!');
        if (mark < 0) {
            return Files.readAllBytes(folder.resolve(task).resolve(file));
        }
        try (ZipFile zip = new ZipFile(folder.resolve(file.substring(0, mark)).toFile())) {
            ZipEntry entry = zip.getEntry(file.substring(mark + 1));
            if (entry == null) {
                throw new DataMissingException("the archive lacks " + file);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }

    private static List<Truth> truths(JsonNode entry) {
        List<Truth> truths = new ArrayList<>();
        entry.path("objects")
                .forEach(
                        o ->
                                truths.add(
                                        new Truth(
                                                o.path("label").asText(),
                                                box(o.path("bbox_xywh")))));
        entry.path("faces").forEach(face -> truths.add(new Truth("face", box(face))));
        return truths;
    }

    private static Box box(JsonNode numbers) {
        return new Box(
                numbers.get(0).asDouble(),
                numbers.get(1).asDouble(),
                numbers.get(2).asDouble(),
                numbers.get(3).asDouble());
    }
}
