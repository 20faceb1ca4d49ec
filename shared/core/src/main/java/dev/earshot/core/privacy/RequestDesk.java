package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.AuthorScores;
import dev.earshot.core.store.StoreException;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works on people's requests. What can be done at once is done when the operator takes a request
 * up; what an erasure leaves in what others wrote, a sweep removes, and only then is it fulfilled.
 * Somebody who is not there is answered like anybody else. Thread-safe; failures surface as {@link
 * StoreException}, and every step may be repeated.
 */
public final class RequestDesk {
    private final RequestStore requests;
    private final Departures departures;
    private final AuthorPosts authors;
    private final AnalysisStore posts;
    private final Objections objections;
    private final CreatorDirectory directory;
    private final StatementSigner signer;
    private final InstantSource clock;

    /** Keeps an author out of all scores. */
    @FunctionalInterface
    public interface Objections {
        /** For who takes nothing up. */
        Objections NONE = (workspace, author, at) -> {};

        /** Notes that an author objects, and deletes the author's scores. */
        void object(WorkspaceId workspace, AuthorRef author, Instant at);
    }

    public RequestDesk(
            RequestStore requests,
            AnalysisStore posts,
            AuthorPosts authors,
            AuthorEnds ends,
            AuthorScores scores,
            Objections objections,
            CreatorDirectory directory,
            StatementSigner signer,
            InstantSource clock) {
        this.requests = requests;
        this.departures = new Departures(posts, authors, ends, scores);
        this.authors = authors;
        this.posts = posts;
        this.objections = objections;
        this.directory = directory;
        this.signer = signer;
        this.clock = clock;
    }

    /** What a step comes to. */
    public sealed interface Step {
        /** It was taken. */
        record Taken(PersonRequest request) implements Step {}

        /** The request's state does not allow it, or somebody else was faster. */
        record Refused(String reason) implements Step {}
    }

    /**
     * Receives a request.
     *
     * @param wrong of a rectification, the posts that are not the person's
     * @param receivedAt from when time counts; a letter may have come days ago
     */
    public PersonRequest receive(
            WorkspaceId workspace,
            String id,
            Right right,
            Platform platform,
            AuthorRef author,
            List<PostId> wrong,
            Instant receivedAt) {
        PersonRequest request =
                PersonRequest.received(workspace, id, right, platform, author, wrong, receivedAt);
        if (!requests.put(request)) {
            throw new IllegalStateException("a request of the new id " + id + " is there already");
        }
        return request;
    }

    /**
     * Takes a request up.
     *
     * @param identity how the operator made sure who is asking
     */
    public Step takeUp(PersonRequest request, String identity) {
        if (!request.state().mayBecome(RequestState.IN_PROGRESS)) {
            return refused(request, RequestState.IN_PROGRESS);
        }
        Instant now = now();
        AuthorRef author = request.author().orElseThrow();
        int held = authors.posts(request.workspace(), author).size();
        PersonRequest taken = request.takenUp(identity, held, now);
        if (!requests.put(taken)) {
            return overtaken();
        }
        return switch (request.right()) {
            case ERASURE -> {
                departures.end(request.workspace(), author, now, AuthorEnd.Reason.REQUEST);
                directory.forget(request.workspace(), author);
                yield new Step.Taken(taken);
            }
            case OBJECTION -> {
                objections.object(request.workspace(), author, now);
                directory.forget(request.workspace(), author);
                yield fulfil(taken, List.of());
            }
            case RECTIFICATION -> fulfil(taken, rectify(taken, author, now));
            case ACCESS, PORTABILITY -> fulfil(taken, List.of());
        };
    }

    /** Ends an author again whose erasure was begun and perhaps broken off. */
    void resume(PersonRequest request) {
        request.author()
                .ifPresent(
                        author -> {
                            departures.end(
                                    request.workspace(),
                                    author,
                                    request.changedAt(),
                                    AuthorEnd.Reason.REQUEST);
                            directory.forget(request.workspace(), author);
                        });
    }

    /** Posts that were counted as the person's and are not, go; somebody else's stay. */
    private List<Statement.Line> rectify(PersonRequest request, AuthorRef author, Instant now) {
        Set<PostId> theirs =
                authors.posts(request.workspace(), author).stream()
                        .map(AuthorPost::id)
                        .collect(Collectors.toSet());
        List<PostId> wrong = request.posts().stream().filter(theirs::contains).toList();
        posts.commit(
                request.workspace(),
                wrong.stream().<PostChange>map(id -> new PostChange.Remove(id, now)).toList());
        return List.of(
                new Statement.Line(
                        "posts no longer held against the person", String.valueOf(wrong.size())));
    }

    /**
     * Ends a request as fulfilled, with a signed receipt.
     *
     * @param done what was done, beside what every receipt says
     */
    public Step fulfil(PersonRequest request, List<Statement.Line> done) {
        if (!request.state().mayBecome(RequestState.FULFILLED)) {
            return refused(request, RequestState.FULFILLED);
        }
        Instant now = now();
        PersonRequest fulfilled = request.fulfilled(Receipts.of(request, done, now, signer), now);
        return requests.put(fulfilled) ? new Step.Taken(fulfilled) : overtaken();
    }

    /** Refuses a request, or gives it up. */
    public Step end(PersonRequest request, RequestState as, Optional<String> reason) {
        if (as == RequestState.IN_PROGRESS
                || as == RequestState.FULFILLED
                || !request.state().mayBecome(as)) {
            return refused(request, as);
        }
        if (as == RequestState.REVOKED && request.right() == Right.ERASURE) {
            departures.restore(
                    request.workspace(), request.person(), now(), AuthorEnd.Reason.REQUEST);
        }
        PersonRequest ended = request.ended(as, reason, now());
        return requests.put(ended) ? new Step.Taken(ended) : overtaken();
    }

    /** Takes two more months, for a reason of which the person must be told within the first. */
    public Step extend(PersonRequest request, String reason) {
        if (request.state().ended()) {
            return new Step.Refused("a request that has ended needs no more time");
        }
        PersonRequest extended = request.extended(reason);
        return requests.put(extended) ? new Step.Taken(extended) : overtaken();
    }

    private static Step refused(PersonRequest request, RequestState next) {
        return new Step.Refused(
                "a request that is "
                        + request.state().key().replace('_', ' ')
                        + " can't become "
                        + next.key().replace('_', ' '));
    }

    private static Step overtaken() {
        return new Step.Refused("somebody else has just changed this request; look at it again");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
