package dev.earshot.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import dev.earshot.wire.file.Lines;
import dev.earshot.wire.json.JsonSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a body of posts can be cut: an array between its items, an envelope {@code {"posts":[...]}}
 * between its posts, NDJSON between its lines. Any other JSON value, such as a platform's own
 * response, is a single part, since half of it may lack what the other half explains.
 *
 * <p>Consecutive parts, joined by {@code between} and enclosed in {@code before} and {@code after},
 * form a body of the same posts.
 *
 * @param before text before the first part of a piece
 * @param parts texts as they were written, in order, without white space around them
 * @param between text between two parts
 * @param after text after the last part of a piece
 */
public record BodyParts(String before, List<String> parts, String between, String after) {
    /** Characters of the longest name of a source as it may be written, escapes included. */
    private static final int MAX_SOURCE = 256;

    public BodyParts {
        parts = List.copyOf(parts);
    }

    /** The parts of a body; if it is not one JSON value, its lines. */
    public static BodyParts of(String body) {
        String text = (body.startsWith("\uFEFF") ? body.substring(1) : body).strip();
        try (JsonParser parser = JsonSource.parser(text)) {
            JsonToken first = parser.nextToken();
            BodyParts parts = new BodyParts("", List.of(text), "", "");
            if (first == JsonToken.START_ARRAY) {
                parts = items(parser, text);
            } else if (first == JsonToken.START_OBJECT) {
                BodyParts posts = posts(parser, text);
                parts = posts == null ? parts : posts;
            }
            return parser.nextToken() == null ? parts : lines(text);
        } catch (JsonProcessingException e) {
            return lines(text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string can't fail", e);
        }
    }

    private static BodyParts lines(String text) {
        return new BodyParts("", Lines.of(text).stream().map(Lines.Line::text).toList(), "\n", "");
    }

    /**
     * The array in an object's field {@code posts}, null if it has none; read to its end. Beside it
     * only a {@code source} says anything about the posts, so a piece repeats that alone: each of
     * thousands of pieces would otherwise carry, and be read with, whatever else the object holds.
     */
    private static @Nullable BodyParts posts(JsonParser parser, String text) throws IOException {
        List<String> posts = null;
        String source = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals("posts")) {
                posts = items(parser, text).parts();
            } else if (value == JsonToken.VALUE_STRING && name.equals("source")) {
                int start = JsonSource.offset(parser);
                parser.finishToken();
                String written =
                        text.substring(start, (int) parser.currentLocation().getCharOffset());
                source = written.length() > MAX_SOURCE ? "" : "\"source\":" + written + ",";
            } else {
                parser.skipChildren();
            }
        }
        return posts == null ? null : new BodyParts("{" + source + "\"posts\":[", posts, ",", "]}");
    }

    /** The items of the array that the parser has just entered; read to its end. */
    private static BodyParts items(JsonParser parser, String text) throws IOException {
        String before = text.substring(0, JsonSource.offset(parser) + 1);
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = JsonSource.offset(parser);
            parser.skipChildren();
            parser.finishToken();
            items.add(text.substring(start, (int) parser.currentLocation().getCharOffset()));
        }
        return new BodyParts(before, items, ",", text.substring(JsonSource.offset(parser)));
    }
}
