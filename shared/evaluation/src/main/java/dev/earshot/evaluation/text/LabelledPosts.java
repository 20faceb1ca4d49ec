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
 * Posts with labels that people gave them, from a file of tab-separated columns without quoting, of
 * which {@code label} and {@code text} are needed and {@code lang} is read. Immutable.
 *
 * @param name the file's name without its endings
 */
public record LabelledPosts(String name, List<Post> posts) {
    public LabelledPosts {
        posts = List.copyOf(posts);
    }

    /**
     * One post.
     *
     * @param id as in the file, empty where it has none
     * @param language BCP-47 tag; {@code en} where the file does not say
     * @param label one label, or several parted by commas
     */
    public record Post(String id, String language, String label, String text) {}

    /**
     * Reads a file, gzipped where its name says so.
     *
     * @throws IOException where it cannot be read or lacks a column, naming the file
     */
    public static LabelledPosts read(Path file) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = fileName.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return read(fileName.replaceFirst("\\.tsv(\\.gz)?$", ""), plain);
        }
    }

    /** Reads columns from a stream, which stays open. */
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
                                + " columns are needed, got "
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

    /** Those posts that a test keeps. */
    public LabelledPosts where(String newName, Predicate<Post> kept) {
        return new LabelledPosts(newName, posts.stream().filter(kept).toList());
    }

    /** The posts of each language, in the order in which the languages come. */
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
