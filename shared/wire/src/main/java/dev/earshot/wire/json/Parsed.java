package dev.earshot.wire.json;

import java.util.List;

/** What reading a request's body came to. */
public sealed interface Parsed<T> {
    /** The body is right. */
    record Value<T>(T value) implements Parsed<T> {}

    /** It is not; all that is wrong with it. */
    record Errors<T>(List<FieldError> errors) implements Parsed<T> {
        public Errors {
            errors = List.copyOf(errors);
        }
    }
}
