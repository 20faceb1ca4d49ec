package dev.earshot.wire.json;

/**
 * One field of a request that can't be taken.
 *
 * @param path for instance {@code aliases[2]}
 * @param reason what is wrong, with the value, and how to mend it
 */
public record FieldError(String path, String reason) {}
