package dev.earshot.collect.source;

import dev.earshot.core.FieldException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A source from the fields of a JSON object: texts, numbers, truth values and lists. What is left
 * out is as usual for its kind; a field that is not known is refused, so that typos are noticed.
 */
public final class SourceFields {
    private static final List<String> NAMES =
            List.of(
                    "kind",
                    "brands",
                    "queries",
                    "targets",
                    "credential",
                    "intervalMinutes",
                    "backfillHours",
                    "dailyRequests",
                    "dailyPosts",
                    "onlyMentions",
                    "paused");

    private static final int MAX_SHOWN = 60;

    private final Map<String, @Nullable Object> fields;

    private SourceFields(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /**
     * Reads a source.
     *
     * @param fields without the id
     * @throws FieldException if a field is not known, or its value is none of its kind
     */
    public static SourceSpec read(String id, Map<String, @Nullable Object> fields) {
        return new SourceFields(fields).source(id);
    }

    private SourceSpec source(String id) {
        for (String name : fields.keySet()) {
            if (!NAMES.contains(name)) {
                throw new FieldException(
                        shown(name), "is not known here; use " + String.join(", ", NAMES));
            }
        }
        SourceKind kind = kind();
        return new SourceSpec(
                id,
                kind,
                texts("brands"),
                texts("queries"),
                texts("targets"),
                text("credential"),
                whole("intervalMinutes", 1_440).map(Duration::ofMinutes).orElse(kind.interval()),
                whole("backfillHours", 720).map(Duration::ofHours).orElse(kind.backfill()),
                whole("dailyRequests", 1_000_000)
                        .map(Math::toIntExact)
                        .orElse(kind.dailyRequests()),
                whole("dailyPosts", 100_000_000)
                        .map(Math::toIntExact)
                        .orElse(SourceSpec.USUAL_DAILY_POSTS),
                flag("onlyMentions").orElse(kind.onlyMentions()),
                flag("paused").orElse(false));
    }

    private SourceKind kind() {
        String key = text("kind").orElseThrow(() -> new FieldException("kind", "must be given"));
        return SourceKind.of(key)
                .orElseThrow(
                        () ->
                                new FieldException(
                                        "kind",
                                        "must be one of "
                                                + String.join(
                                                        ", ",
                                                        Arrays.stream(SourceKind.values())
                                                                .map(SourceKind::key)
                                                                .toList())
                                                + ", got '"
                                                + shown(key)
                                                + "'"));
    }

    private Optional<String> text(String name) {
        return switch (fields.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object other -> throw wrong(name, "a text", other);
        };
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        switch (fields.get(name)) {
            case null -> {}
            case List<?> items -> {
                for (Object item : items) {
                    if (!(item instanceof String text)) {
                        throw wrong(name, "a list of texts", item);
                    }
                    texts.add(text);
                }
            }
            case Object other -> throw wrong(name, "a list of texts", other);
        }
        return texts;
    }

    /** A number from 0 on; what is too small for its field is refused by the source. */
    private Optional<Long> whole(String name, long most) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        String wanted = "a whole number of at most " + most;
        if (!(value instanceof BigDecimal number)) {
            throw wrong(name, wanted, value);
        }
        try {
            long whole = number.longValueExact();
            if (whole >= 0 && whole <= most) {
                return Optional.of(whole);
            }
        } catch (ArithmeticException e) {
            // Falls through to the one refusal below.
        }
        throw wrong(name, wanted, value);
    }

    private Optional<Boolean> flag(String name) {
        return switch (fields.get(name)) {
            case null -> Optional.empty();
            case Boolean flag -> Optional.of(flag);
            case Object other -> throw wrong(name, "true or false", other);
        };
    }

    private static FieldException wrong(String name, String wanted, @Nullable Object value) {
        return new FieldException(
                name, "must be " + wanted + ", got '" + shown(String.valueOf(value)) + "'");
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
