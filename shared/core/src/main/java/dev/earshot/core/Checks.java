package dev.earshot.core;

import java.util.regex.Pattern;

/**
 * Checks of fields; what fails is a {@link FieldException} that names the field and the value
 * received. Stateless.
 */
public final class Checks {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /** So much of a value that is no id is repeated in the error, in characters. */
    private static final int SHOWN = 80;

    private Checks() {}

    /** Returns {@code value} if {@code low <= value <= high}. */
    public static double inRange(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new FieldException(
                    field, "must lie in [" + low + ", " + high + "], got " + value);
        }
        return value;
    }

    /** Returns {@code value} if it is zero or more. */
    public static long notNegative(String field, long value) {
        if (value < 0) {
            throw new FieldException(field, "must be 0 or more, got " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is 1 to 64 of a-z, 0-9, hyphen and underscore, and begins with a
     * letter or digit.
     */
    public static String id(String field, String value) {
        if (!ID.matcher(value).matches()) {
            throw new FieldException(
                    field,
                    "must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got '"
                            + value.substring(0, Math.min(SHOWN, value.length()))
                            + "'");
        }
        return value;
    }

    /**
     * Returns {@code value} if it holds 1 to {@code maxLength} characters and no control character.
     */
    public static String name(String field, String value, int maxLength) {
        if (value.isBlank()) {
            throw new FieldException(field, "must not be blank");
        }
        if (value.length() > maxLength) {
            throw new FieldException(
                    field, "must be at most " + maxLength + " characters, got " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean loneSurrogate =
                    Character.isSurrogate(c)
                            && !(Character.isHighSurrogate(c)
                                    && i + 1 < value.length()
                                    && Character.isLowSurrogate(value.charAt(i + 1)));
            if (Character.isISOControl(c) || loneSurrogate) {
                throw new FieldException(
                        field,
                        "must hold no control character or lone surrogate, got U+"
                                + String.format("%04X", (int) c)
                                + " at "
                                + i);
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return value;
    }
}
