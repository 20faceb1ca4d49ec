package dev.earshot.platforms.read;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer in JSON, of which parts can be handed on exactly as they were written.
 *
 * @param text of the whole
 * @param root its value
 */
public record JsonAnswer(String text, Field root) {
    private static final int MAX_DEPTH = 128;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);

    /** Reads an answer. */
    public static JsonAnswer of(Answer answer) throws UnreadableException {
        return of(decoded(answer));
    }

    /** Reads a text. */
    public static JsonAnswer of(String written) throws UnreadableException {
        String text = written.startsWith("\uFEFF") ? written.substring(1) : written;
        return switch (JsonSource.read(text, MAX_DEPTH)) {
            case JsonSource.Reading.Whole whole ->
                    new JsonAnswer(text, new Field("", whole.root()));
            case JsonSource.Reading.Broken broken ->
                    throw new UnreadableException(
                            text.isBlank()
                                    ? "is empty"
                                    : text.stripLeading().startsWith("<")
                                            ? "is a web page where JSON was expected"
                                            : "is no whole JSON value, such as one that breaks off");
        };
    }

    /** JSON is UTF-8 (RFC 8259); another encoding is taken where the platform names it. */
    private static String decoded(Answer answer) throws UnreadableException {
        try {
            return strict(answer.body(), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            Optional<Charset> named = answer.header("content-type").flatMap(JsonAnswer::charset);
            try {
                return strict(answer.body(), named.orElse(StandardCharsets.UTF_8));
            } catch (CharacterCodingException wrong) {
                throw new UnreadableException("is not written in UTF-8, nor in what it names");
            }
        }
    }

    private static String strict(byte[] body, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** An object or array exactly as it was written. */
    public String raw(Field field) throws UnreadableException {
        return switch (field.value()) {
            case Json.Obj object -> text.substring(object.span().start(), object.span().end());
            case Json.Arr array -> text.substring(array.span().start(), array.span().end());
            case null, default ->
                    throw new UnreadableException("lacks an object at " + field.path());
        };
    }

    /** A time; empty if absent. */
    public static Optional<Instant> time(Field field) throws UnreadableException {
        try {
            return field.time();
        } catch (BadField e) {
            throw new UnreadableException("holds a time that can't be read at " + e.path());
        }
    }

    /** A list that must be there. */
    public Field list(Field field) throws UnreadableException {
        if (!field.isArray()) {
            throw new UnreadableException(
                    "lacks the list " + field.path() + " that the platform promises");
        }
        return field;
    }
}
