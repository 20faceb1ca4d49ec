package dev.earshot.core.directory;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Profile;

import java.time.Instant;

/**
 * A public creator: who stands behind a pseudonym.
 *
 * @param followers as last seen
 * @param seenAt when a post last showed the account so
 */
public record Creator(AuthorRef author, Profile profile, long followers, Instant seenAt) {
    public Creator {
        Checks.notNegative("followers", followers);
    }
}
