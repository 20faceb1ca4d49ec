package dev.earshot.core.post;

import dev.earshot.core.Checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An author as seen on a post: a pseudonym and what the account shows in public.
 *
 * @param posts how many posts the account has published in all
 * @param listed on how many lists the account is
 * @param verified whether the platform vouches for the account; empty where it does not say
 * @param createdAt when the account was opened
 * @param handle under which it posts, hashed; empty where the payload has none
 * @param ownOf ids of the brands that declare the account as their own, sorted
 */
public record Author(
        AuthorRef ref,
        OptionalLong followers,
        OptionalLong following,
        OptionalLong posts,
        OptionalLong listed,
        Optional<Boolean> verified,
        Optional<Instant> createdAt,
        Optional<HandleRef> handle,
        List<String> ownOf) {
    public Author {
        ownOf = ownOf.stream().distinct().sorted().toList();
        followers.ifPresent(n -> Checks.notNegative("followers", n));
        following.ifPresent(n -> Checks.notNegative("following", n));
        posts.ifPresent(n -> Checks.notNegative("posts", n));
        listed.ifPresent(n -> Checks.notNegative("listed", n));
    }

    /** An author of whose handle nothing is known. */
    public Author(
            AuthorRef ref,
            OptionalLong followers,
            OptionalLong following,
            OptionalLong posts,
            OptionalLong listed,
            Optional<Boolean> verified,
            Optional<Instant> createdAt) {
        this(
                ref,
                followers,
                following,
                posts,
                listed,
                verified,
                createdAt,
                Optional.empty(),
                List.of());
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

    /** The same account under a handle. */
    public Author under(HandleRef known) {
        return new Author(
                ref,
                followers,
                following,
                posts,
                listed,
                verified,
                createdAt,
                Optional.of(known),
                ownOf);
    }

    /** The same account, which those brands declare as their own. */
    public Author ownOf(List<String> brands) {
        return new Author(
                ref, followers, following, posts, listed, verified, createdAt, handle, brands);
    }

    /** Whether anything but the pseudonym is known. */
    public boolean described() {
        return !equals(of(ref));
    }
}
