package dev.earshot.core;

import java.util.regex.Pattern;

/**
 * The tenant that data belongs to; every key of every table begins with it.
 *
 * @param value 1 to 64 of {@code a-z 0-9 - _}, beginning with a letter or digit
 */
public record WorkspaceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public WorkspaceId {
        if (!FORM.matcher(value).matches()) {
            throw new FieldException(
                    "workspace",
                    "must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got"
                            + " '"
                            + value
                            + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
