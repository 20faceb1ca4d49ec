package dev.earshot.wire.json;

import java.util.List;

/** Result of reading a request's body. */
public sealed interface Parsed<T> {
    /** The body is valid. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The body is invalid; all of its errors. */
    record Errors<T>(List<FieldError> errors) implements Parsed<T> {
        public Errors {
            errors = List.copyOf(errors);
        }
    }
}
