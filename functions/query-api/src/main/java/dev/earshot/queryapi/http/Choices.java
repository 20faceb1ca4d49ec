package dev.earshot.queryapi.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one of a few names. Stateless. */
public final class Choices {
    private Choices() {}

    /** The value of that key; a problem that lists the keys if there is none. */
    public static <T> T of(String field, String text, T[] values, Function<T, String> key) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        field,
                                        field
                                                + " must be one of "
                                                + Arrays.stream(values)
                                                        .map(key)
                                                        .collect(Collectors.joining(", "))
                                                + ", got '"
                                                + Request.shortened(text)
                                                + "'"));
    }
}
