package dev.earshot.wire.api.brand;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.JsonSource;
import dev.earshot.wire.json.Parsed;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The body of {@code POST /v1/brands/{brand}/forecast}.
 *
 * @param form {@code text}, {@code picture} or {@code clip}
 */
public record PlannedPostBody(
        String text, Optional<Platform> platform, Optional<Instant> at, String form) {
    /** Longer texts are no platform's posts. */
    public static final int MAX_LENGTH = 10_000;

    private static final int MAX_DEPTH = 4;
    private static final List<String> FIELDS = List.of("text", "platform", "at", "form");
    private static final List<String> FORMS = List.of("text", "picture", "clip");

    /** Reads a body; the first wrong field is told. */
    public static Parsed<PlannedPostBody> read(String body) {
        return switch (JsonSource.read(body, MAX_DEPTH)) {
            case JsonSource.Reading.Broken broken -> wrong("$", broken.reason());
            case JsonSource.Reading.Whole whole when !whole.flaws().isEmpty() ->
                    wrong(whole.flaws().getFirst().path(), whole.flaws().getFirst().reason());
            case JsonSource.Reading.Whole whole -> read(new Field("", whole.root()));
        };
    }

    private static Parsed<PlannedPostBody> read(Field root) {
        if (!root.isObject()) {
            return wrong("$", "must be an object, got " + root.shown());
        }
        Optional<String> unknown =
                root.names().stream().filter(name -> !FIELDS.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return wrong(unknown.get(), "is not known here; use " + String.join(", ", FIELDS));
        }
        try {
            return new Parsed.Value<>(
                    new PlannedPostBody(
                            text(root.at("text")),
                            root.at("platform").text().map(key -> platform(root, key)),
                            root.at("at").time(),
                            form(root.at("form"))));
        } catch (BadField e) {
            return wrong(e.path(), e.reason());
        }
    }

    private static String text(Field text) {
        String written = text.requiredText();
        if (written.isBlank() || written.length() > MAX_LENGTH) {
            throw text.bad(
                    "must have 1 to "
                            + MAX_LENGTH
                            + " characters and not be blank, got "
                            + written.length());
        }
        return written;
    }

    private static Platform platform(Field root, String key) {
        return Platform.of(key)
                .orElseThrow(
                        () ->
                                root.at("platform")
                                        .bad(
                                                "must be one of "
                                                        + Arrays.stream(Platform.values())
                                                                .map(Platform::key)
                                                                .collect(Collectors.joining(", "))
                                                        + ", got "
                                                        + root.at("platform").shown()));
    }

    private static String form(Field form) {
        String written = form.text().orElse("text");
        if (!FORMS.contains(written)) {
            throw form.bad("must be " + String.join(", ", FORMS) + ", got " + form.shown());
        }
        return written;
    }

    private static Parsed<PlannedPostBody> wrong(String path, String reason) {
        return new Parsed.Errors<>(List.of(new FieldError(path, reason)));
    }
}
