package dev.earshot.queryapi.http;

import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a JSON object; errors name field and value. Thread-safe. */
public final class JsonObject {
    private final Map<String, @Nullable Object> fields;

    private JsonObject(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** A body that must be one JSON object. */
    @SuppressWarnings("unchecked")
    public static JsonObject of(String body) {
        if (read(body) instanceof Map<?, ?> map) {
            return new JsonObject((Map<String, @Nullable Object>) map);
        }
        throw ProblemException.parameter("body", "the body must be a JSON object");
    }

    /** A part of a body that must be an object. */
    @SuppressWarnings("unchecked")
    public static JsonObject of(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject((Map<String, @Nullable Object>) map);
        }
        throw wrong(name, "an object", value);
    }

    private static @Nullable Object read(String body) {
        try {
            return JsonValues.read(body);
        } catch (BadField e) {
            throw ProblemException.parameter("body", "the body " + e.reason());
        }
    }

    /** All fields by name, as {@link JsonValues} gives them. */
    public Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Rejects any other field, so that typos are noticed. */
    public void acceptOnly(List<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                throw ProblemException.parameter(
                        Request.shortened(name),
                        "field '"
                                + Request.shortened(name)
                                + "' is not known here; use "
                                + String.join(", ", names));
            }
        }
    }

    public Optional<String> text(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(name, "a text", value);
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    public long requiredWhole(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw missing(name);
        }
        if (value instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw wrong(name, "a whole number of at most 64 bits", value);
            }
        }
        throw wrong(name, "a whole number", value);
    }

    public Optional<Long> whole(String name) {
        return fields.get(name) == null ? Optional.empty() : Optional.of(requiredWhole(name));
    }

    /** A truth value. */
    public Optional<Boolean> flag(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw wrong(name, "true or false", value);
    }

    /** An object. */
    public Optional<JsonObject> part(String name) {
        Object value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(inner(name, value));
    }

    /** A list of objects; empty where the field is absent. */
    public List<JsonObject> parts(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw wrong(name, "a list of objects", value);
        }
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : items) {
            objects.add(inner(name + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    @SuppressWarnings("unchecked") // JsonValues gives objects as maps by name
    private static JsonObject inner(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject((Map<String, @Nullable Object>) map);
        }
        throw wrong(name, "an object", value);
    }

    /** A list of texts; empty where the field is absent. */
    public List<String> texts(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw wrong(name, "a list of texts", value);
        }
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof String text)) {
                throw wrong(name + "[" + texts.size() + "]", "a text", item);
            }
            texts.add(text);
        }
        return texts;
    }

    /** An object's fields; none where it is absent. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> object(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw wrong(name, "an object", value);
    }

    /** A value of any kind, as {@link JsonValues} gives it. */
    public @Nullable Object any(String name) {
        return fields.get(name);
    }

    private static ProblemException missing(String name) {
        return ProblemException.parameter(name, name + " must be given");
    }

    private static ProblemException wrong(String name, String wanted, @Nullable Object value) {
        return ProblemException.parameter(
                name, name + " must be " + wanted + ", got " + Request.shortened(printable(value)));
    }

    private static String printable(@Nullable Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case List<?> items -> "a list";
            case Map<?, ?> fields -> "an object";
            case null, default -> String.valueOf(value);
        };
    }
}
