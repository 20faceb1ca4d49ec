package dev.earshot.wire.json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A value and its place in the message. Access is typed: an absent or null value is empty, a value
 * of another type is a {@link BadField} that names the path. The path is built only on demand,
 * since nearly all fields are valid.
 */
public final class Field {
    /** An absent value without a place. */
    public static final Field NONE = new Field("", null);

    /** Maximum length of a 64-bit integer in decimal, sign included. */
    private static final int MAX_LONG_LENGTH = 20;

    private final @Nullable Field parent;
    private final String step;
    private final @Nullable Json value;

    /**
     * A root field.
     *
     * @param path its place; empty for the whole
     * @param value null if absent
     */
    public Field(String path, @Nullable Json value) {
        this(null, path, value);
    }

    private Field(@Nullable Field parent, String step, @Nullable Json value) {
        this.parent = parent;
        this.step = step;
        this.value = value;
    }

    /** Where the field is, for instance {@code data[3].created_at}; empty for the whole. */
    public String path() {
        if (parent == null) {
            return step;
        }
        String above = parent.path();
        return above.isEmpty() || step.startsWith("[") ? above + step : above + "." + step;
    }

    /** The value itself; null if absent. */
    public @Nullable Json value() {
        return value;
    }

    public boolean present() {
        return value != null && !(value instanceof Json.Null);
    }

    public boolean isObject() {
        return value instanceof Json.Obj;
    }

    public boolean isArray() {
        return value instanceof Json.Arr;
    }

    public boolean isText() {
        return value instanceof Json.Str;
    }

    public boolean isNumber() {
        return value instanceof Json.Num;
    }

    public boolean isTrue() {
        return value instanceof Json.Bool(boolean truth) && truth;
    }

    /** The field of an object; absent if this is not an object or lacks it. */
    public Field at(String name) {
        return new Field(
                this, name, value instanceof Json.Obj object ? object.fields().get(name) : null);
    }

    /** The field under the first of several names that is present, else under the first name. */
    public Field first(String... names) {
        for (String name : names) {
            if (has(name)) {
                return at(name);
            }
        }
        return at(names[0]);
    }

    public boolean has(String name) {
        Json field = value instanceof Json.Obj object ? object.fields().get(name) : null;
        return field != null && !(field instanceof Json.Null);
    }

    public boolean hasAny(String... names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    /** The names of an object's fields, in order. */
    public List<String> names() {
        return value instanceof Json.Obj object ? List.copyOf(object.fields().keySet()) : List.of();
    }

    /** The elements of an array; none if absent. */
    public List<Field> items() {
        if (value instanceof Json.Arr array) {
            var items = new ArrayList<Field>(array.items().size());
            for (int i = 0; i < array.items().size(); i++) {
                items.add(new Field(this, "[" + i + "]", array.items().get(i)));
            }
            return items;
        }
        if (present()) {
            throw bad("must be an array, got " + shown());
        }
        return List.of();
    }

    /** The elements if this is an array, else an empty list. */
    public List<Field> itemsIfAny() {
        return isArray() ? items() : List.of();
    }

    /** A string. */
    public Optional<String> text() {
        if (value instanceof Json.Str(String text)) {
            return Optional.of(text);
        }
        if (present()) {
            throw bad("must be a string, got " + shown());
        }
        return Optional.empty();
    }

    /**
     * The string, or empty if it is something else: for recognising formats, not for reading
     * values.
     */
    public String textIfAny() {
        return value instanceof Json.Str(String text) ? text : "";
    }

    /** A required string. */
    public String requiredText() {
        return text().orElseThrow(this::missing);
    }

    /** An id: a string that is not empty, or an integer as written. */
    public Optional<String> id() {
        return switch (value) {
            case Json.Str(String text) when !text.isEmpty() -> Optional.of(text);
            case Json.Num(String digits) when digits.matches("[0-9]{1,20}") -> Optional.of(digits);
            case null -> Optional.empty();
            case Json.Null none -> Optional.empty();
            default -> throw bad("must be an id: a string or a whole number, got " + shown());
        };
    }

    /** A required id. */
    public String requiredId() {
        return id().orElseThrow(this::missing);
    }

    /** A count: a whole number of 0 or more, written as a number or a string of digits. */
    public OptionalLong count() {
        if (!present()) {
            return OptionalLong.empty();
        }
        String digits =
                switch (value) {
                    case Json.Num(String number) -> number;
                    case Json.Str(String text) -> text;
                    case null, default -> throw bad("must be a count, got " + shown());
                };
        OptionalLong count = whole(digits);
        if (count.isEmpty() || count.getAsLong() < 0) {
            throw bad("must be a whole number of 0 or more, got " + shown());
        }
        return count;
    }

    /** A whole number, written as a number or a string; empty if it is none. */
    public OptionalLong wholeIfAny() {
        return switch (value) {
            case Json.Num(String number) -> whole(number);
            case Json.Str(String text) -> whole(text.strip());
            case null, default -> OptionalLong.empty();
        };
    }

    /** A whole number, positive or negative, written as a number; empty if absent. */
    OptionalLong number() {
        if (!present()) {
            return OptionalLong.empty();
        }
        OptionalLong number =
                value instanceof Json.Num(String digits) ? whole(digits) : OptionalLong.empty();
        if (number.isEmpty()) {
            throw bad("must be a whole number, got " + shown());
        }
        return number;
    }

    private static OptionalLong whole(String digits) {
        try {
            if (digits.length() <= MAX_LONG_LENGTH && digits.matches("-?[0-9]+")) {
                return OptionalLong.of(Long.parseLong(digits));
            }
            if (digits.length() <= 64
                    && digits.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
                return OptionalLong.of(new BigDecimal(digits).longValueExact());
            }
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** A moment in any of the spellings that {@link Times} knows, between 1990 and 2100. */
    public Optional<Instant> time() {
        return present() ? Optional.of(Times.read(this)) : Optional.empty();
    }

    public BadField missing() {
        return bad("is missing");
    }

    public BadField bad(String reason) {
        return new BadField(path(), reason);
    }

    /** A short form of the value, for messages. */
    public String shown() {
        return switch (value) {
            case null -> "nothing";
            case Json.Str(String text) -> "'" + Excerpt.of(text, 60) + "'";
            case Json.Num(String text) -> Excerpt.of(text, 64);
            case Json.Obj object -> object.kind();
            case Json.Arr array -> array.kind();
            case Json.Bool bool -> bool.kind();
            case Json.Null none -> none.kind();
        };
    }
}
