package dev.earshot.evaluation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section of a Markdown file that holds one table of figures, between the lines {@code <!--
 * figures: NAME -->} and {@code <!-- end -->}. No byte of the rest of the file changes. Immutable;
 * two processes must not write to one file at once.
 */
public final class FigureSection {
    private static final Pattern END = Pattern.compile("^<!-- end -->\\r?$", Pattern.MULTILINE);
    private static final String FENCE = "```";

    private final Path file;
    private final String begin;

    private FigureSection(Path file, String name) {
        this.file = file;
        this.begin = "<!-- figures: " + name + " -->";
    }

    /**
     * Finds the section.
     *
     * @param name name of the table, such as {@code eval text}
     * @throws IOException if the file, or one complete section of that name in it, is missing; the
     *     message names the file and the line to add
     */
    public static FigureSection of(Path file, String name) throws IOException {
        var section = new FigureSection(file, name);
        section.span(section.read());
        return section;
    }

    /**
     * Replaces the section's content with figures, as preformatted text.
     *
     * @param origin lines that say when and where the figures were measured, such as {@link
     *     Machine#lines}
     * @param table the printed lines
     * @throws IOException if the section is gone or the file can't be written
     */
    public void replace(List<String> origin, List<String> table) throws IOException {
        String content = read();
        Span span = span(content);
        var text = new StringBuilder("\n" + FENCE + "text\n");
        origin.forEach(line -> text.append(line.stripTrailing()).append('\n'));
        text.append('\n');
        table.forEach(line -> text.append(line.stripTrailing()).append('\n'));
        text.append(FENCE + "\n\n");
        // Latin-1 keeps every byte of the file unchanged.
        String bytes =
                new String(
                        text.toString().getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        Files.writeString(
                file,
                content.substring(0, span.from()) + bytes + content.substring(span.to()),
                StandardCharsets.ISO_8859_1);
    }

    private record Span(int from, int to) {}

    private String read() throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist; " + remedy(), e);
        }
    }

    /** The range from the end of the section's first line to the start of its last line. */
    private Span span(String content) throws IOException {
        Matcher first =
                Pattern.compile("^" + Pattern.quote(begin) + "\\r?\\n", Pattern.MULTILINE)
                        .matcher(content);
        if (!first.find()) {
            throw new IOException(file + " has no line '" + begin + "'; " + remedy());
        }
        int from = first.end();
        if (first.find()) {
            throw new IOException(file + " has the line '" + begin + "' twice; remove one");
        }
        Matcher end = END.matcher(content);
        int next = content.indexOf("<!-- figures: ", from);
        if (!end.find(from) || (next >= 0 && next < end.start())) {
            throw new IOException(
                    file + " has no line '<!-- end -->' after '" + begin + "'; add it");
        }
        return new Span(from, end.start());
    }

    private String remedy() {
        return "add the lines '" + begin + "' and '<!-- end -->' where the figures belong";
    }
}
