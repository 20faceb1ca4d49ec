package dev.earshot.core.view;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

import java.time.Instant;

/**
 * A view of the console under a name.
 *
 * @param id 1 to 64 of a-z, 0-9, hyphen and underscore
 * @param name at most {@value #MAX_NAME} characters
 * @param address the fragment of the console's address, such as {@code #/overview?brand=acme}; at
 *     most {@value #MAX_ADDRESS} characters
 * @param by who saved it last, as the audit calls them
 * @param version from 1; one more with each change
 */
public record SavedView(
        String id, String name, String address, String by, Instant at, long version) {
    static final int MAX_NAME = 80;
    static final int MAX_ADDRESS = 1_000;

    public SavedView {
        Checks.id("id", id);
        Checks.name("name", name, MAX_NAME);
        Checks.name("address", address, MAX_ADDRESS);
        if (!address.startsWith("#/")) {
            throw new FieldException(
                    "address", "must be a fragment of the console that begins with #/");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, got " + version);
        }
    }
}
