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
 * form a body of the same shape.
 *
 * @param before text before the first part of a piece
 * @param parts texts as they were written, in order, without white space around them
 * @param between text between two parts
 * @param after text after the last part of a piece
 */
public record BodyParts(String before, List<String> parts, String between, String after) {
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

    /** The array in an object's field {@code posts}, null if it has none; read to its end. */
    private static @Nullable BodyParts posts(JsonParser parser, String text) throws IOException {
        BodyParts posts = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean named = parser.currentName().equals("posts");
            if (parser.nextToken() == JsonToken.START_ARRAY && named) {
                posts = items(parser, text);
            } else {
                parser.skipChildren();
            }
        }
        return posts;
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
