package dev.earshot.core;

/**
 * The tenant that data belongs to; every key of every table begins with it.
 *
 * @param value 1 to 64 of {@code a-z 0-9 - _}, beginning with a letter or digit
 */
public record WorkspaceId(String value) {
    public WorkspaceId {
        Checks.id("workspace", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
