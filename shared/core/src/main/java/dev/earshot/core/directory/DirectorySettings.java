package dev.earshot.core.directory;

import dev.earshot.core.FieldException;

/**
 * Whether a workspace keeps a directory of public creators, and who counts as one.
 *
 * @param on false unless the operator turns it on
 * @param minFollowers from how many followers on an account acts in public, at least {@value
 *     #LEAST_FOLLOWERS}
 */
public record DirectorySettings(boolean on, long minFollowers) {
    /** An account with fewer followers is a private person's, whatever the operator would like. */
    public static final long LEAST_FOLLOWERS = 1_000;

    /** Nobody is listed. */
    public static final DirectorySettings OFF = new DirectorySettings(false, 10_000);

    public DirectorySettings {
        if (minFollowers < LEAST_FOLLOWERS) {
            throw new FieldException(
                    "minFollowers",
                    "must be at least "
                            + LEAST_FOLLOWERS
                            + ", since a smaller account is a private person's, got "
                            + minFollowers);
        }
    }
}
