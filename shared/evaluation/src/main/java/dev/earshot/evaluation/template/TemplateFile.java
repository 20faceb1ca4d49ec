package dev.earshot.evaluation.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource of lines under headings in square brackets; lines that start with {@code #} and a
 * space are comments. Immutable.
 *
 * @param sections lines by heading, in the file's order; lines above the first heading are under ""
 */
public record TemplateFile(Map<String, List<String>> sections) {
    /** Reads a resource of a class's package. */
    public static TemplateFile read(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name + " beside " + beside);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return parse(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read", e);
        }
    }

    static TemplateFile parse(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String heading = "";
        for (String line : lines) {
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("# ")) {
                continue;
            }
            if (bare.startsWith("[") && bare.endsWith("]")) {
                heading = bare.substring(1, bare.length() - 1);
            } else {
                sections.computeIfAbsent(heading, key -> new ArrayList<>()).add(bare);
            }
        }
        return new TemplateFile(sections);
    }

    /** The lists under the heading {@code words}. */
    public WordLists words() {
        return WordLists.parse(sections.getOrDefault("words", List.of()));
    }
}
