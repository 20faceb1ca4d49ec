package dev.earshot.alerts.rule;

import dev.earshot.core.FieldException;

import java.util.regex.Pattern;

/** The form of names that people choose. Stateless. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private Names() {}

    static String id(String field, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new FieldException(
                    field,
                    "must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got '"
                            + value.substring(0, Math.min(80, value.length()))
                            + "'");
        }
        return value;
    }
}
