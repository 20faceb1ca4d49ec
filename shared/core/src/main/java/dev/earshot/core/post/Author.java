package dev.earshot.core.post;

import dev.earshot.core.Checks;
import java.util.OptionalLong;

/** An author as seen on a post: a pseudonym and the public counts of the account. */
public record Author(
        AuthorRef ref, OptionalLong followers, OptionalLong following, OptionalLong posts) {
    public Author {
        followers.ifPresent(n -> Checks.notNegative("followers", n));
        following.ifPresent(n -> Checks.notNegative("following", n));
        posts.ifPresent(n -> Checks.notNegative("posts", n));
    }

    /** An author of whom only the pseudonym is known. */
    public static Author of(AuthorRef ref) {
        return new Author(ref, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }
}
