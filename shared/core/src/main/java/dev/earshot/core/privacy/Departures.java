package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.AuthorScores;
import dev.earshot.core.store.StoreException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes authors of whom nothing may be kept, and keeps what is still under way from bringing them
 * back: first the mark, then the removal ({@link AuthorEnds} says why nothing slips through).
 * Thread-safe; failures surface as {@link StoreException}, and everything may be repeated.
 */
public final class Departures {
    private final AnalysisStore posts;
    private final AuthorPosts authors;
    private final AuthorEnds ends;
    private final AuthorScores scores;

    public Departures(
            AnalysisStore posts, AuthorPosts authors, AuthorEnds ends, AuthorScores scores) {
        this.posts = posts;
        this.authors = authors;
        this.ends = ends;
        this.scores = scores;
    }

    /**
     * Marks an author and removes what is there: posts with their counts, texts, cases' entries and
     * corrections, not even their ids staying; scores with history and places. What others wrote
     * about the author is left to {@link AuthorEnds#open}.
     *
     * @return how many posts were there
     */
    public int end(WorkspaceId workspace, AuthorRef author, Instant at, AuthorEnd.Reason reason) {
        ErasureMark mark = ErasureMark.of(author);
        ends.end(workspace, new AuthorEnd(mark, at, reason));
        return remove(workspace, author, at);
    }

    /** Lets posts of an author in again; those that were removed come back with a new delivery. */
    public void restore(
            WorkspaceId workspace, ErasureMark author, Instant at, AuthorEnd.Reason reason) {
        ends.restore(workspace, author, at, reason);
    }

    private int remove(WorkspaceId workspace, AuthorRef author, Instant at) {
        ErasureMark mark = ErasureMark.of(author);
        List<AuthorPost> theirs = authors.posts(workspace, author);
        if (!theirs.isEmpty()) {
            Set<String> traces =
                    theirs.stream().flatMap(Departures::traces).collect(Collectors.toSet());
            if (!traces.isEmpty()) {
                ends.leave(workspace, mark, traces);
            }
            List<PostId> ids = theirs.stream().map(AuthorPost::id).toList();
            List<PostId> all = new ArrayList<>(ids);
            for (StoredPost stored : posts.find(workspace, ids).values()) {
                if (stored instanceof StoredPost.Live live) {
                    all.addAll(live.analysis().otherIds());
                }
            }
            posts.commit(
                    workspace,
                    ids.stream().<PostChange>map(id -> new PostChange.Remove(id, at)).toList());
            posts.forget(workspace, all);
        }
        scores.remove(workspace, mark);
        return theirs.size();
    }

    private static Stream<String> traces(AuthorPost post) {
        return Stream.concat(
                post.pictures().stream(), post.author().handle().map(HandleRef::digest).stream());
    }

    /** What a batch of posts needs to meet the marks that are set before or while it is stored. */
    public Watch watch(WorkspaceId workspace) {
        return new Watch(workspace, ends.version(workspace));
    }

    /** The marks around one batch. For one thread. */
    public final class Watch {
        private final WorkspaceId workspace;
        private final long version;

        private Watch(WorkspaceId workspace, long version) {
            this.workspace = workspace;
            this.version = version;
        }

        /** Those of whom nothing may be kept. */
        public Set<ErasureMark> ended(Collection<AuthorRef> some) {
            return version == 0 || some.isEmpty()
                    ? Set.of()
                    : ends.ended(workspace, some.stream().map(ErasureMark::of).toList());
        }

        /** To be called after the batch is stored. */
        public void removeThoseThatEndedMeanwhile(Collection<AuthorRef> stored) {
            long now = ends.version(workspace);
            if (now == version || stored.isEmpty()) {
                return;
            }
            Set<ErasureMark> ended =
                    ends.ended(workspace, stored.stream().map(ErasureMark::of).toList());
            for (AuthorRef author : stored) {
                if (ended.contains(ErasureMark.of(author))) {
                    remove(workspace, author, Instant.EPOCH);
                }
            }
        }
    }

    /** Who wrote a post, and whom it answers, repeats or quotes. */
    public static List<AuthorRef> authors(PostEvent event) {
        return switch (event) {
            case PostEvent.Removed removed -> List.of();
            case PostEvent.Published(Post post) ->
                    Stream.concat(
                                    post.author().map(Author::ref).stream(),
                                    post.references().stream().flatMap(r -> r.author().stream()))
                            .toList();
        };
    }

    /**
     * What may be kept of an event: nothing of a post that one of them wrote, or that repeats their
     * words; of others, all but whom it answers.
     */
    public static Optional<PostEvent> without(PostEvent event, Set<ErasureMark> ended) {
        if (ended.isEmpty() || !(event instanceof PostEvent.Published(Post post))) {
            return Optional.of(event);
        }
        if (post.author().filter(author -> isOne(author.ref(), ended)).isPresent()
                || post.references().stream()
                        .anyMatch(r -> r.kind() == Reference.Kind.REPOST && leadsToOne(r, ended))) {
            return Optional.empty();
        }
        List<Reference> others =
                post.references().stream().filter(r -> !leadsToOne(r, ended)).toList();
        return Optional.of(
                others.size() == post.references().size()
                        ? event
                        : new PostEvent.Published(post.referring(others)));
    }

    private static boolean leadsToOne(Reference reference, Set<ErasureMark> ended) {
        return reference.author().filter(author -> isOne(author, ended)).isPresent();
    }

    private static boolean isOne(AuthorRef author, Set<ErasureMark> ended) {
        return ended.contains(ErasureMark.of(author));
    }
}
