package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A person's request. The account that was named is hashed and not in it.
 *
 * @param id 32 hexadecimal digits
 * @param person a digest that tells nothing to who does not know the account
 * @param author the pseudonym, for as long as the request needs it
 * @param posts of a rectification, the posts that are not the person's
 * @param receivedAt when the operator received it; time counts from there
 * @param deadline by when it must be answered
 * @param changedAt when its state changed last
 * @param identity how the operator made sure who is asking, in the operator's words
 * @param reason why it was refused, or why it takes longer
 * @param postsHeld how many posts were there when it was taken up
 * @param receipt the signed receipt, once it is fulfilled
 * @param version counts the changes, from 1
 */
public record PersonRequest(
        WorkspaceId workspace,
        String id,
        Right right,
        Platform platform,
        ErasureMark person,
        Optional<AuthorRef> author,
        List<PostId> posts,
        RequestState state,
        Instant receivedAt,
        Instant deadline,
        Instant changedAt,
        Optional<String> identity,
        Optional<String> reason,
        int postsHeld,
        Optional<String> receipt,
        long version) {
    /** Article 12(3): a month, and where it is complex or there are many, two more. */
    private static final int MONTHS = 1;

    private static final int MORE_MONTHS = 2;

    public PersonRequest {
        posts = List.copyOf(posts);
    }

    /** A request that was just received. */
    static PersonRequest received(
            WorkspaceId workspace,
            String id,
            Right right,
            Platform platform,
            AuthorRef author,
            List<PostId> posts,
            Instant at) {
        return new PersonRequest(
                workspace,
                id,
                right,
                platform,
                ErasureMark.of(author),
                Optional.of(author),
                posts,
                RequestState.OPEN,
                at,
                after(at, MONTHS),
                at,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                1);
    }

    /** The same day of a later month, or its last day. */
    private static Instant after(Instant at, int months) {
        return at.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /** Taken up by the operator, who has checked who is asking. */
    PersonRequest takenUp(String how, int held, Instant at) {
        return copy(RequestState.IN_PROGRESS, at, Optional.of(how), reason, held, receipt, author);
    }

    /** Ended by the operator or the person. */
    PersonRequest ended(RequestState as, Optional<String> why, Instant at) {
        return copy(as, at, identity, why, postsHeld, receipt, Optional.empty());
    }

    /** Fulfilled; the pseudonym stays only where a copy of the data is to be fetched. */
    PersonRequest fulfilled(String signed, Instant at) {
        boolean copyToFetch = right == Right.ACCESS || right == Right.PORTABILITY;
        return copy(
                RequestState.FULFILLED,
                at,
                identity,
                reason,
                postsHeld,
                Optional.of(signed),
                copyToFetch ? author : Optional.empty());
    }

    /** With two more months, for a reason that the person must be told within the first. */
    PersonRequest extended(String why) {
        return new PersonRequest(
                workspace,
                id,
                right,
                platform,
                person,
                author,
                posts,
                state,
                receivedAt,
                after(receivedAt, MONTHS + MORE_MONTHS),
                changedAt,
                identity,
                Optional.of(why),
                postsHeld,
                receipt,
                version + 1);
    }

    /** Without the pseudonym. */
    public PersonRequest anonymous() {
        return copy(state, changedAt, identity, reason, postsHeld, receipt, Optional.empty());
    }

    private PersonRequest copy(
            RequestState as,
            Instant at,
            Optional<String> how,
            Optional<String> why,
            int held,
            Optional<String> signed,
            Optional<AuthorRef> whose) {
        return new PersonRequest(
                workspace,
                id,
                right,
                platform,
                person,
                whose,
                as.ended() ? List.of() : posts,
                as,
                receivedAt,
                deadline,
                at,
                how,
                why,
                held,
                signed,
                version + 1);
    }

    /** Whether its time is over and nothing was answered. */
    public boolean overdue(Instant now) {
        return !state.ended() && now.isAfter(deadline);
    }
}
