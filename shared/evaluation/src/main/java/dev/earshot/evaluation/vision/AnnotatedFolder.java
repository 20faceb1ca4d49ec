package dev.earshot.evaluation.vision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

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
 * Anybody's folder of pictures and clips beside a list, {@code annotations.jsonl} or {@code
 * labels.jsonl}, with one object for each. A file lies in the folder, in its subfolder of the
 * task's name, or in an archive as {@code archive.zip!path}. Immutable.
 */
final class AnnotatedFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<Entry> entries;

    private AnnotatedFolder(Path folder, List<Entry> entries) {
        this.folder = folder;
        this.entries = List.copyOf(entries);
    }

    /**
     * One object of the list.
     *
     * @param file as the list names it
     * @param task may be empty
     */
    record Entry(String file, String task, Expected expected) {}

    /**
     * Reads the whole list before any picture.
     *
     * @throws DataMissingException if there is none, or if a line is no object of the list's shape;
     *     the message names the line
     */
    static AnnotatedFolder read(Path folder) throws IOException {
        Path list =
                DataFolder.find(folder, "annotations.jsonl", "labels.jsonl")
                        .orElseThrow(
                                () ->
                                        new DataMissingException(
                                                "no annotations.jsonl or labels.jsonl in "
                                                        + folder
                                                        + "; it says what each picture shows, one"
                                                        + " JSON object a line"));
        List<Entry> entries = new ArrayList<>();
        List<String> lines = Files.readAllLines(list);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(entry(lines.get(i), list.getFileName() + ":" + (i + 1)));
            }
        }
        if (entries.isEmpty()) {
            throw new DataMissingException(list + " has no lines");
        }
        return new AnnotatedFolder(folder, entries);
    }

    private static Entry entry(String line, String where) {
        try {
            JsonNode object = JSON.readTree(line);
            if (!object.path("file").isTextual()) {
                throw new IllegalArgumentException("file must name the picture");
            }
            return new Entry(
                    object.path("file").asText(),
                    object.path("task").asText(""),
                    Expected.of(object));
        } catch (JsonProcessingException e) {
            throw new DataMissingException(where + ": is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new DataMissingException(where + ": " + e.getMessage());
        }
    }

    /** In the list's order. */
    List<Entry> entries() {
        return entries;
    }

    /**
     * The bytes of a picture or clip.
     *
     * @throws IOException if there is no such file; the message says where it was looked for
     */
    byte[] bytes(Entry entry) throws IOException {
        int mark = entry.file().indexOf('!');
        if (mark < 0) {
            return Files.readAllBytes(found(entry, entry.file()));
        }
        Path archive = found(entry, entry.file().substring(0, mark));
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry packed = zip.getEntry(entry.file().substring(mark + 1));
            if (packed == null) {
                throw new IOException("the archive " + archive + " has no such file");
            }
            try (InputStream in = zip.getInputStream(packed)) {
                return in.readAllBytes();
            }
        }
    }

    private Path found(Entry entry, String name) throws IOException {
        Path plain = folder.resolve(name);
        Path ofTask = folder.resolve(entry.task()).resolve(name);
        for (Path path : List.of(ofTask, plain)) {
            if (Files.isRegularFile(path)) {
                return path;
            }
        }
        throw new IOException(
                "there is neither " + plain + (plain.equals(ofTask) ? "" : " nor " + ofTask));
    }
}
