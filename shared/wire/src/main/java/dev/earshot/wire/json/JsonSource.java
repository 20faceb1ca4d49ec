package dev.earshot.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one JSON text (RFC 8259, and NaN where a number may stand) into a {@link Json} tree. Faults
 * that leave the text readable (a name given twice, a value nested too deep, a number of absurd
 * length) are kept as flaws with their place, so that only the record around them is refused.
 */
public final class JsonSource {
    /**
     * Depth at which Jackson rejects the whole text; between the limit and this, only the record is
     * rejected.
     */
    private static final int HOPELESS_DEPTH = 10_000;

    /** Maximum length of a number; a 64-bit integer has 20 characters, a double 24. */
    private static final int MAX_NUMBER_LENGTH = 64;

    /** Number of flaws after which a text is rejected as a whole. */
    private static final int MAX_FLAWS = 1_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // Some tools write a missing count as NaN.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(HOPELESS_DEPTH)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(4_096)
                                    .build())
                    .build();

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_:-]+");

    private final String text;
    private final int maxDepth;
    private final Map<String, String> names = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private JsonSource(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** Result of reading. */
    public sealed interface Reading {
        /** The whole text is one JSON value. */
        record Whole(Json root, String text, List<Flaw> flaws) implements Reading {}

        /** The text isn't JSON; {@code path} is the place reached, empty at the top. */
        record Broken(String path, String reason) implements Reading {}
    }

    /** A fault at one place; {@code offset} in UTF-16 units of the source. */
    public record Flaw(int offset, String path, String reason) {}

    /** Reads a text, its byte order mark already removed. */
    public static Reading read(String text, int maxDepth) {
        return new JsonSource(text, maxDepth).read();
    }

    /** A parser that takes what {@link #read} takes, flaws included. */
    public static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    private Reading read() {
        try (JsonParser parser = parser(text)) {
            try {
                if (parser.nextToken() == null) {
                    return new Reading.Broken("", "holds no JSON value");
                }
                Json root = value(parser, 0);
                if (parser.nextToken() != null) {
                    return new Reading.Broken(
                            "",
                            "holds more after the end of the JSON value; put each value on a"
                                    + " line of its own (jq -c . FILE does), or all into one"
                                    + " array");
                }
                return new Reading.Whole(root, text, flaws);
            } catch (StreamConstraintsException e) {
                return new Reading.Broken(place(parser), e.getOriginalMessage());
            } catch (JsonParseException e) {
                return new Reading.Broken(place(parser), notJson(e, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string can't fail", e);
        }
    }

    private Json value(JsonParser parser, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        int start = offset(parser);
        if ((token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY)
                && depth >= maxDepth) {
            flaw(parser, "is nested deeper than " + maxDepth + " levels");
            parser.skipChildren();
            return new Json.Null();
        }
        return switch (token) {
            case START_OBJECT -> object(parser, depth, start);
            case START_ARRAY -> array(parser, depth, start);
            case VALUE_STRING -> new Json.Str(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no value can begin with " + token);
        };
    }

    private Json object(JsonParser parser, int depth, int start) throws IOException {
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = names.computeIfAbsent(parser.currentName(), n -> n);
            parser.nextToken();
            if (fields.containsKey(name)) {
                flaw(parser, "is given twice; give it once");
            }
            Json value = value(parser, depth + 1);
            fields.putIfAbsent(name, value);
        }
        return new Json.Obj(fields, new Json.Span(start, offset(parser) + 1));
    }

    private Json array(JsonParser parser, int depth, int start) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth + 1));
        }
        return new Json.Arr(items, new Json.Span(start, offset(parser) + 1));
    }

    private Json number(JsonParser parser) throws IOException {
        if (parser.getTextLength() > MAX_NUMBER_LENGTH) {
            flaw(parser, "is a number of " + parser.getTextLength() + " characters");
            return new Json.Null();
        }
        return new Json.Num(parser.getText());
    }

    private void flaw(JsonParser parser, String reason) throws StreamConstraintsException {
        if (flaws.size() >= MAX_FLAWS) {
            throw new StreamConstraintsException("there are more than " + MAX_FLAWS + " faults");
        }
        JsonStreamContext context = parser.getParsingContext();
        boolean opened = parser.currentToken().isStructStart();
        flaws.add(new Flaw(offset(parser), path(opened ? context.getParent() : context), reason));
    }

    /** Where the current token begins, in UTF-16 units. */
    public static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static String place(JsonParser parser) {
        return path(parser.getParsingContext());
    }

    /** Of a text of one line, such as one of a file, the line goes without saying. */
    private static String notJson(JsonProcessingException e, String text) {
        var at = e.getLocation();
        String line = text.indexOf('\n') < 0 || at == null ? "" : "line " + at.getLineNr() + ", ";
        String where = at == null ? "" : " at " + line + "column " + at.getColumnNr();
        String what = e.getOriginalMessage();
        int marker = what.indexOf(" (start marker");
        return "is not JSON: "
                + Excerpt.of(marker < 0 ? what : what.substring(0, marker), 160)
                + where;
    }

    private static String step(String name) {
        String shown = Excerpt.of(name, 64);
        return PLAIN_NAME.matcher(name).matches() ? "." + shown : "['" + shown + "']";
    }

    /** The path of a parsing context, for instance {@code data[3].created_at}. */
    private static String path(@Nullable JsonStreamContext context) {
        var steps = new ArrayList<String>();
        @Nullable JsonStreamContext at = context;
        while (at != null && !at.inRoot() && steps.size() < 100) {
            if (at.inObject() && at.getCurrentName() != null) {
                steps.add(step(at.getCurrentName()));
            } else if (at.inArray()) {
                steps.add("[" + Math.max(0, at.getCurrentIndex()) + "]");
            }
            at = at.getParent();
        }
        String path = String.join("", steps.reversed());
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
