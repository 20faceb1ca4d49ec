package dev.earshot.wire.json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text into maps, lists, strings, {@link BigDecimal}s, truth values and nulls, for
 * small documents whose fields are looked up by name. Stateless.
 */
public final class JsonValues {
    private static final int MAX_DEPTH = 32;

    /** Maximum scale in either direction: rounding a number beyond it could exhaust memory. */
    private static final int MAX_SCALE = 1_000;

    private JsonValues() {}

    /**
     * Reads the value.
     *
     * @throws BadField if the text is not one JSON value, gives a name twice, or is nested deeper
     *     than 32 levels; its path is {@code $}, and its reason says what is wrong and where
     */
    public static @Nullable Object read(String text) {
        return switch (JsonSource.read(text, MAX_DEPTH)) {
            case JsonSource.Reading.Broken broken -> throw bad(broken.reason());
            case JsonSource.Reading.Whole whole when !whole.flaws().isEmpty() -> {
                JsonSource.Flaw first = whole.flaws().getFirst();
                throw bad("is not usable: " + first.path() + " " + first.reason());
            }
            case JsonSource.Reading.Whole whole -> value(whole.root());
        };
    }

    private static @Nullable Object value(Json json) {
        return switch (json) {
            case Json.Obj object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.fields().forEach((name, field) -> fields.put(name, value(field)));
                yield fields;
            }
            case Json.Arr array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.items().forEach(item -> items.add(value(item)));
                yield items;
            }
            case Json.Str(String text) -> text;
            case Json.Num(String text) -> number(text);
            case Json.Bool(boolean truth) -> truth;
            case Json.Null none -> null;
        };
    }

    private static BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MAX_SCALE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad("is not JSON: no number is written " + text);
        }
        throw bad("holds a number out of range: " + text);
    }

    private static BadField bad(String reason) {
        return new BadField("$", reason);
    }
}
