package dev.earshot.core.post;

import dev.earshot.core.Checks;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An author as seen on a post: a pseudonym and what the account shows in public.
 *
 * @param posts how many posts the account has published in all
 * @param listed on how many lists the account is
 * @param verified whether the platform vouches for the account; empty where it does not say
 * @param createdAt when the account was opened
 */
public record Author(
        AuthorRef ref,
        OptionalLong followers,
        OptionalLong following,
        OptionalLong posts,
        OptionalLong listed,
        Optional<Boolean> verified,
        Optional<Instant> createdAt) {
    public Author {
        followers.ifPresent(n -> Checks.notNegative("followers", n));
        following.ifPresent(n -> Checks.notNegative("following", n));
        posts.ifPresent(n -> Checks.notNegative("posts", n));
        listed.ifPresent(n -> Checks.notNegative("listed", n));
    }

    /** An author of whom at most three counts are known. */
    public Author(
            AuthorRef ref, OptionalLong followers, OptionalLong following, OptionalLong posts) {
        this(
                ref,
                followers,
                following,
                posts,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An author of whom only the pseudonym is known. */
    public static Author of(AuthorRef ref) {
        return new Author(ref, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Whether anything but the pseudonym is known. */
    public boolean described() {
        return !equals(of(ref));
    }
}
