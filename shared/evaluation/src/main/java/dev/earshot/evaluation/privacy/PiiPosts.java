package dev.earshot.evaluation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads posts with labelled spans, one JSON object a line. Stateless. */
public final class PiiPosts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PiiPosts() {}

    /**
     * One post.
     *
     * @param group posts made of one template share it; empty where the file names none
     */
    public record LabelledPost(String text, String group, List<Label> labels) {
        public LabelledPost {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A labelled span, in UTF-16 units.
     *
     * @param name the label as the file has it
     */
    public record Label(String name, int start, int end) {}

    /**
     * All posts of a file, which may be compressed by gzip.
     *
     * @throws IOException if it can't be read, or a line is none such, with its number
     */
    public static List<LabelledPost> read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return read(in, file.getFileName().toString());
        }
    }

    static List<LabelledPost> read(InputStream in, String name) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<LabelledPost> posts = new ArrayList<>();
        String line;
        int number = 0;
        while ((line = reader.readLine()) != null) {
            number++;
            if (!line.isBlank()) {
                try {
                    posts.add(post(JSON.readTree(line)));
                } catch (IOException | IllegalArgumentException e) {
                    throw new IOException(
                            name
                                    + ", line "
                                    + number
                                    + ": not a post with labelled spans, such as {\"text\": \"I am"
                                    + " Ann\", \"spans\": [{\"label\": \"PERSON\", \"start\": 5,"
                                    + " \"end\": 8}]}: "
                                    + e.getMessage(),
                            e);
                }
            }
        }
        return posts;
    }

    private static LabelledPost post(JsonNode node) {
        if (!node.path("text").isTextual() || !node.path("spans").isArray()) {
            throw new IllegalArgumentException("it needs a text and a list of spans");
        }
        String text = node.path("text").asText();
        List<Label> labels = new ArrayList<>();
        for (JsonNode span : node.path("spans")) {
            labels.add(label(text, span));
        }
        return new LabelledPost(text, node.path("template_id").asText(""), labels);
    }

    /** Offsets count code points or UTF-16 units; where both are possible, its value decides. */
    private static Label label(String text, JsonNode span) {
        String label = span.path("label").asText(span.path("entity_type").asText(""));
        int start = span.path("start").asInt(-1);
        int end = span.path("end").asInt(-1);
        int points = text.codePointCount(0, text.length());
        if (label.isEmpty() || start < 0 || end <= start || end > text.length()) {
            throw new IllegalArgumentException(
                    "a span needs a label, a start and an end within the text, got " + span);
        }
        String value = span.path("value").asText("");
        boolean asPoints =
                points < text.length()
                        && end <= points
                        && !text.substring(start, end).equals(value);
        return asPoints
                ? new Label(
                        label, text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end))
                : new Label(label, start, end);
    }
}
