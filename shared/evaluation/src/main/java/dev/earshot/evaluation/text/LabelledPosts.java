package dev.earshot.evaluation.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Posts labelled by people, read from a file of tab-separated columns without quoting. The columns
 * {@code label} and {@code text} are required; {@code lang} and {@code id} are optional. Immutable.
 *
 * @param name the file's name without its extensions
 */
public record LabelledPosts(String name, List<Post> posts) {
    public LabelledPosts {
        posts = List.copyOf(posts);
    }

    /**
     * One post.
     *
     * @param id as in the file; empty if it has none
     * @param language BCP-47 tag; {@code en} if the file does not say
     * @param label one label, or several separated by commas
     */
    public record Post(String id, String language, String label, String text) {}

    /**
     * Reads a file; one whose name ends in {@code .gz} is decompressed.
     *
     * @throws IOException if it cannot be read or lacks a column; the message names the file
     */
    public static LabelledPosts read(Path file) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = fileName.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return read(fileName.replaceFirst("\\.tsv(\\.gz)?$", ""), plain);
        }
    }

    /** Reads from a stream, and leaves it open. */
    static LabelledPosts read(String name, InputStream stream) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        String header = lines.readLine();
        List<String> columns = List.of((header == null ? "" : header).split("\t", -1));
        int label = columns.indexOf("label");
        int text = columns.indexOf("text");
        int language = columns.indexOf("lang");
        int id = columns.indexOf("id");
        if (label < 0 || text < 0) {
            throw new IOException(
                    name + " must have tab-separated columns 'label' and 'text', has " + columns);
        }
        List<Post> posts = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length <= Math.max(label, text)) {
                throw new IOException(
                        name
                                + ", line "
                                + number
                                + ": "
                                + columns.size()
                                + " columns are required, got "
                                + fields.length);
            }
            posts.add(
                    new Post(
                            id < 0 ? "" : fields[id],
                            language < 0 || fields.length <= language ? "en" : fields[language],
                            fields[label],
                            fields[text]));
        }
        return new LabelledPosts(name, posts);
    }

    /** The posts that pass a test. */
    public LabelledPosts where(String newName, Predicate<Post> kept) {
        return new LabelledPosts(newName, posts.stream().filter(kept).toList());
    }

    /** The posts of each language, in the order in which the languages first occur. */
    public Map<String, LabelledPosts> byLanguage() {
        Map<String, List<Post>> groups = new LinkedHashMap<>();
        for (Post post : posts) {
            groups.computeIfAbsent(post.language(), key -> new ArrayList<>()).add(post);
        }
        Map<String, LabelledPosts> result = new LinkedHashMap<>();
        groups.forEach((key, value) -> result.put(key, new LabelledPosts(name, value)));
        return result;
    }

    /** The texts, in order. */
    public List<String> texts() {
        return posts.stream().map(Post::text).toList();
    }
}
