package dev.earshot.wire.json;

/**
 * An invalid field of a request.
 *
 * @param path for instance {@code aliases[2]}
 * @param reason what is wrong, with the value, and how to mend it
 */
public record FieldError(String path, String reason) {}
