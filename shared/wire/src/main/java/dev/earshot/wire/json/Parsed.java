package dev.earshot.wire.json;

import java.util.List;

/** What reading a request's body came to. */
public sealed interface Parsed<T> {
    /** The body is right. */
    record Right<T>(T value) implements Parsed<T> {}

    /** It is not; all that is wrong with it. */
    record Wrong<T>(List<FieldError> errors) implements Parsed<T> {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }
}
