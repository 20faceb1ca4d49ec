package dev.earshot.wire.api.privacy;

import dev.earshot.core.privacy.PersonRequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's request.
 *
 * @param article of Regulation (EU) 2016/679
 * @param person a digest that tells nothing to who does not know the account
 * @param overdue whether its deadline is over and it was not answered
 */
public record PersonRequestView(
        String id,
        String right,
        int article,
        String platform,
        String person,
        String state,
        Instant receivedAt,
        Instant deadline,
        boolean overdue,
        Instant changedAt,
        Optional<String> identity,
        Optional<String> reason,
        int postsHeld,
        List<String> posts,
        boolean receipt) {
    public PersonRequestView {
        posts = List.copyOf(posts);
    }

    /** A request as it stands now. */
    public static PersonRequestView of(PersonRequest request, Instant now) {
        return new PersonRequestView(
                request.id(),
                request.right().key(),
                request.right().article(),
                request.platform().key(),
                request.person().digest(),
                request.state().key(),
                request.receivedAt(),
                request.deadline(),
                request.overdue(now),
                request.changedAt(),
                request.identity(),
                request.reason(),
                request.postsHeld(),
                request.posts().stream().map(Object::toString).toList(),
                request.receipt().isPresent());
    }
}
