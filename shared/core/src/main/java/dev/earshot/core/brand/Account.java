package dev.earshot.core.brand;

import dev.earshot.core.Checks;
import dev.earshot.core.post.Platform;

/**
 * An account that a brand declares as its own.
 *
 * @param handle as people write it, with or without {@code @}; the address of its profile or the
 *     platform's own id of the account do as well; on Mastodon with its server
 */
public record Account(Platform platform, String handle) {
    public Account {
        Checks.name("handle", handle, 200);
    }
}
