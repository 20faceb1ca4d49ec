package dev.earshot.influence.evidence;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The public data of an account as last seen; a count is empty if no payload stated it.
 *
 * @param posts number of posts that the account ever published, as the platform states it
 * @param verified whether the platform marks it as verified
 * @param language BCP-47 tag of most of its stored posts; empty if they have none
 * @param answered whom it answers, reposts or quotes in this workspace
 * @param elsewhere whether it also answers posts that are not stored
 */
public record Account(
        AuthorRef ref,
        OptionalLong followers,
        OptionalLong following,
        OptionalLong posts,
        Optional<Instant> createdAt,
        Optional<Boolean> verified,
        Optional<String> language,
        Set<AuthorRef> answered,
        boolean elsewhere) {
    public Account {
        followers.ifPresent(n -> Checks.notNegative("followers", n));
        following.ifPresent(n -> Checks.notNegative("following", n));
        posts.ifPresent(n -> Checks.notNegative("posts", n));
        answered = Set.copyOf(answered);
    }

    /** An account that answers nobody. */
    public Account(
            AuthorRef ref,
            OptionalLong followers,
            OptionalLong following,
            OptionalLong posts,
            Optional<Instant> createdAt,
            Optional<Boolean> verified,
            Optional<String> language) {
        this(ref, followers, following, posts, createdAt, verified, language, Set.of(), false);
    }

    /** Whether nobody but one author gets its answers. */
    public boolean answersOneAlone() {
        return answered.size() <= 1 && !elsewhere;
    }

    /** Whether the platform tells enough to doubt it, or not to. */
    public boolean described() {
        return followers.isPresent() || posts.isPresent();
    }

    /** An account of which only the pseudonym is known. */
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
     * Probability, 0 to 1, that the account belongs to a person rather than having been made for
     * sale, from its public counts: followers relative to following, posts, age. Unknown values
     * never help.
     */
    public double plausibility(Instant asOf) {
        return Plausibility.of(this, asOf);
    }
}
