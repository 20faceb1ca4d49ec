package dev.earshot.wire.file;

import dev.earshot.core.post.PostDecoder.Decoded;

import java.util.ArrayList;
import java.util.List;

/** NDJSON: one record, or one platform response, per line. */
public final class Lines {
    private Lines() {}

    /** A non-blank line: its number in the text, from 1, and its start offset. */
    public record Line(int number, int start, String text) {}

    /** The non-blank lines of a text. */
    public static List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        int number = 0;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end).strip();
            number++;
            if (!line.isEmpty()) {
                lines.add(new Line(number, start, line));
            }
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return lines;
    }

    /**
     * Whether a text that is not one JSON value is meant as NDJSON: it has several lines, of which
     * at least half look like whole objects. A broken, indented document has few such lines.
     */
    public static boolean areRecords(String text) {
        List<Line> lines = of(text);
        long whole =
                lines.stream()
                        .filter(line -> line.text().startsWith("{") && line.text().endsWith("}"))
                        .count();
        return lines.size() > 1 && 2 * whole >= lines.size();
    }

    /** Puts the line's number before the path. */
    public static Decoded placed(int line, Decoded decoded) {
        return switch (decoded) {
            case Decoded.Event event -> event;
            case Decoded.AuthorGone gone -> gone;
            case Decoded.AuthorBack back -> back;
            case Decoded.Irrelevant irrelevant -> irrelevant;
            case Decoded.Rejected rejected ->
                    new Decoded.Rejected(
                            rejected.path().equals("$")
                                    ? "line " + line
                                    : "line " + line + ": " + rejected.path(),
                            rejected.reason(),
                            rejected.payload());
        };
    }
}
