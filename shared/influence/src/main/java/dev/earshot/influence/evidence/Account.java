package dev.earshot.influence.evidence;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The public face of an account as it was last seen; every count is empty where no payload stated
 * it.
 *
 * @param posts all that the account ever published, as the platform states it
 * @param verified what the platform calls verified
 * @param language the BCP-47 tag most of its stored posts are in; empty if they have none
 */
public record Account(
        AuthorRef ref,
        OptionalLong followers,
        OptionalLong following,
        OptionalLong posts,
        Optional<Instant> createdAt,
        Optional<Boolean> verified,
        Optional<String> language) {
    public Account {
        followers.ifPresent(n -> Checks.notNegative("followers", n));
        following.ifPresent(n -> Checks.notNegative("following", n));
        posts.ifPresent(n -> Checks.notNegative("posts", n));
    }

    /** An account of which nothing but the pseudonym is known. */
    public static Account unknown(AuthorRef ref) {
        return new Account(
                ref,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * How likely the account is a person's rather than made for sale, 0 to 1, from its public
     * counts: followers for whom it follows, posts, age. What is unknown never helps.
     */
    public double plausibility(Instant asOf) {
        return Plausibility.of(this, asOf);
    }
}
