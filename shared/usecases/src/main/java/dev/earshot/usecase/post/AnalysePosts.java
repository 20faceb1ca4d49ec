package dev.earshot.usecase.post;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a batch of messages and decides the outcome of each. Thread-safe.
 *
 * <p>Order of writes: refused records are parked; texts are sealed under keys that exist nowhere
 * yet; then one transaction per group of posts stores results, keys and counts together. A crash
 * before that transaction leaves a sealed object that nobody can open and that expires; a crash
 * after it leaves a message whose redelivery finds everything stored. So every effect happens once.
 */
public final class AnalysePosts {
    private final PostDecoder decoder;
    private final PostReadings readings;
    private final Brands brands;
    private final AnalysisStore store;
    private final AuthorPosts authors;
    private final TextVault vault;
    private final Parking parking;

    public AnalysePosts(
            PostDecoder decoder,
            PostReadings readings,
            Brands brands,
            AnalysisStore store,
            AuthorPosts authors,
            TextVault vault,
            Parking parking) {
        this.decoder = decoder;
        this.readings = readings;
        this.brands = brands;
        this.store = store;
        this.authors = authors;
        this.vault = vault;
        this.parking = parking;
    }

    /**
     * Handles messages; outcome {@code i} belongs to message {@code i}. Never throws for a service
     * failure. A message on which the decoder fails is left for a retry: that is a fault of the
     * program, so nothing is parked and the other messages go on.
     */
    public List<Outcome> handle(List<PostMessage> messages) {
        Outcome[] outcomes = new Outcome[messages.size()];
        List<Records> decoded = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            try {
                decoded.add(new Records(messages.get(i), decoder.decode(messages.get(i))));
                places.add(i);
            } catch (RuntimeException e) {
                outcomes[i] = new Outcome.Retry(e);
            }
        }
        List<Outcome> taken = take(decoded);
        for (int k = 0; k < taken.size(); k++) {
            outcomes[places.get(k)] = taken.get(k);
        }
        return Arrays.asList(outcomes);
    }

    /** Likewise for messages that were decoded elsewhere, such as rows of a file. */
    public List<Outcome> take(List<Records> messages) {
        Outcome[] outcomes = new Outcome[messages.size()];
        Map<WorkspaceId, List<Pending>> byWorkspace = new LinkedHashMap<>();
        List<Gone> gone = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            PostMessage message = messages.get(i).message();
            List<Decoded> records = messages.get(i).decoded();
            outcomes[i] = park(message, records);
            if (outcomes[i] instanceof Outcome.Done) {
                for (Decoded record : records) {
                    if (record instanceof Decoded.Event event) {
                        byWorkspace
                                .computeIfAbsent(message.workspace(), w -> new ArrayList<>())
                                .add(new Pending(i, event.event()));
                    } else if (record instanceof Decoded.AuthorGone author) {
                        gone.add(new Gone(i, message.workspace(), author));
                    }
                }
            }
        }
        byWorkspace.forEach((workspace, pending) -> settle(workspace, pending, outcomes));
        gone.forEach(each -> erase(each, outcomes));
        return Arrays.asList(outcomes);
    }

    /** Parks what was refused; a message of which nothing is left is poison. */
    private Outcome park(PostMessage message, List<Decoded> records) {
        List<Decoded.Rejected> rejected =
                records.stream()
                        .filter(Decoded.Rejected.class::isInstance)
                        .map(Decoded.Rejected.class::cast)
                        .toList();
        try {
            for (int i = 0; i < rejected.size(); i++) {
                parking.park(message, i, rejected.get(i));
            }
        } catch (StoreException e) {
            return new Outcome.Retry(e);
        }
        return rejected.isEmpty() || rejected.size() < records.size()
                ? new Outcome.Done(true)
                : new Outcome.Poison(
                        rejected.getFirst().path() + ": " + rejected.getFirst().reason());
    }

    private void settle(WorkspaceId workspace, List<Pending> pending, Outcome[] outcomes) {
        try {
            List<Ledger.Effect> effects = commit(workspace, pending);
            for (int k = 0; k < pending.size(); k++) {
                if (effects.get(k) != Ledger.Effect.ALREADY_STORED) {
                    outcomes[pending.get(k).message()] = new Outcome.Done(false);
                }
            }
        } catch (StoreException e) {
            pending.forEach(p -> outcomes[p.message()] = new Outcome.Retry(e));
        }
    }

    /** Removes all posts of an author; repeating it finds none left. */
    private void erase(Gone gone, Outcome[] outcomes) {
        try {
            List<PostChange> removals =
                    authors.posts(gone.workspace(), gone.author().author()).stream()
                            .<PostChange>map(
                                    post -> new PostChange.Remove(post.id(), gone.author().at()))
                            .toList();
            if (!removals.isEmpty()) {
                store.commit(gone.workspace(), removals);
                if (outcomes[gone.message()] instanceof Outcome.Done) {
                    outcomes[gone.message()] = new Outcome.Done(false);
                }
            }
        } catch (StoreException e) {
            outcomes[gone.message()] = new Outcome.Retry(e);
        }
    }

    private List<Ledger.Effect> commit(WorkspaceId workspace, List<Pending> pending) {
        List<PostEvent> events = pending.stream().map(Pending::event).toList();
        Map<PostId, StoredPost> stored = store.find(workspace, ids(events));
        List<Post> toRead = new ArrayList<>();
        Set<Post> sealed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PostEvent event : events) {
            if (event instanceof PostEvent.Published published) {
                PostAnalysis known = known(published.post(), stored);
                if (known == null || readings.outdated(known)) {
                    toRead.add(published.post());
                }
                if (known != null) {
                    sealed.add(published.post());
                }
            }
        }
        List<PostAnalysis> read =
                toRead.isEmpty()
                        ? List.of()
                        : sealTexts(
                                workspace,
                                toRead,
                                readings.read(workspace, toRead, brands.matcher(workspace)),
                                sealed);
        var next = read.iterator();
        List<PostChange> changes = new ArrayList<>();
        for (PostEvent event : events) {
            changes.add(
                    switch (event) {
                        case PostEvent.Removed removed ->
                                new PostChange.Remove(removed.id(), removed.at());
                        case PostEvent.Published published -> {
                            PostAnalysis known = known(published.post(), stored);
                            yield new PostChange.Store(
                                    known == null || readings.outdated(known)
                                            ? next.next()
                                            : known.seenAgain(published.post()));
                        }
                    });
        }
        return store.commit(workspace, changes);
    }

    /** The stored result of the very state that a post is in, so that it need not be read again. */
    private static @org.jspecify.annotations.Nullable PostAnalysis known(
            Post post, Map<PostId, StoredPost> stored) {
        return stored.get(post.id()) instanceof StoredPost.Live live
                        && live.analysis().revision().sameStateAs(post.revision())
                ? live.analysis()
                : null;
    }

    /** Seals the texts of posts, but for those whose text was sealed when it was first stored. */
    private List<PostAnalysis> sealTexts(
            WorkspaceId workspace,
            List<Post> posts,
            List<PostAnalysis> analyses,
            Set<Post> sealed) {
        List<String> texts =
                posts.stream()
                        .filter(post -> !sealed.contains(post))
                        .map(Post::text)
                        .filter(t -> !t.isEmpty())
                        .toList();
        if (texts.isEmpty()) {
            return analyses;
        }
        var seals = vault.seal(workspace, texts).iterator();
        List<PostAnalysis> result = new ArrayList<>(analyses.size());
        for (int i = 0; i < posts.size(); i++) {
            if (posts.get(i).text().isEmpty() || sealed.contains(posts.get(i))) {
                result.add(analyses.get(i));
            } else {
                SealedText text = seals.next();
                result.add(analyses.get(i).withText(text));
            }
        }
        return result;
    }

    private static Set<PostId> ids(List<PostEvent> events) {
        Set<PostId> ids = new HashSet<>();
        for (PostEvent event : events) {
            ids.add(event.id());
        }
        return ids;
    }

    private record Gone(int message, WorkspaceId workspace, Decoded.AuthorGone author) {}

    /**
     * What a message holds.
     *
     * @param message its body is not looked at; its id names what is parked
     */
    public record Records(PostMessage message, List<Decoded> decoded) {
        public Records {
            decoded = List.copyOf(decoded);
        }
    }

    private record Pending(int message, PostEvent event) {}
}
