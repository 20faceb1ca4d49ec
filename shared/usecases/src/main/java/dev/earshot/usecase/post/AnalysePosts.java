package dev.earshot.usecase.post;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;
import dev.earshot.reading.brand.BrandMatcher;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private final Departures departures;
    private final TextVault vault;
    private final Parking parking;
    private final Conversations conversations;
    private final Sightings sightings;

    public AnalysePosts(
            PostDecoder decoder,
            PostReadings readings,
            Brands brands,
            AnalysisStore store,
            Departures departures,
            TextVault vault,
            Parking parking) {
        this(decoder, readings, brands, store, departures, vault, parking, Sightings.NONE);
    }

    /**
     * @param sightings hears whose posts were stored
     */
    public AnalysePosts(
            PostDecoder decoder,
            PostReadings readings,
            Brands brands,
            AnalysisStore store,
            Departures departures,
            TextVault vault,
            Parking parking,
            Sightings sightings) {
        this.decoder = decoder;
        this.readings = readings;
        this.brands = brands;
        this.store = store;
        this.departures = departures;
        this.vault = vault;
        this.parking = parking;
        this.conversations = new Conversations(store);
        this.sightings = sightings;
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

    /** Likewise for messages that were decoded elsewhere, such as the rows of a file. */
    public List<Outcome> take(List<Records> messages) {
        Outcome[] outcomes = new Outcome[messages.size()];
        Map<WorkspaceId, List<Pending>> byWorkspace = new LinkedHashMap<>();
        List<AccountEvent> accounts = new ArrayList<>();
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
                    } else if (record instanceof Decoded.AuthorGone gone) {
                        accounts.add(new AccountEvent(i, message.workspace(), gone.at(), gone));
                    } else if (record instanceof Decoded.AuthorBack back) {
                        accounts.add(new AccountEvent(i, message.workspace(), back.at(), back));
                    }
                }
            }
        }
        // Before the posts, so that those of the same batch meet the mark.
        accounts.stream()
                .sorted(Comparator.comparing(AccountEvent::at))
                .forEach(each -> take(each, outcomes));
        byWorkspace.forEach((workspace, pending) -> settle(workspace, pending, outcomes));
        return Arrays.asList(outcomes);
    }

    /** Parks refused records; a message with no other records is poison. */
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
            Departures.Watch watch = departures.watch(workspace);
            List<Pending> taken = new ArrayList<>();
            Set<ErasureMark> ended = watch.ended(authors(pending));
            for (Pending each : pending) {
                Departures.without(each.event(), ended)
                        .ifPresent(event -> taken.add(new Pending(each.message(), event)));
            }
            List<PostEvent> events = taken.stream().map(Pending::event).toList();
            List<Ledger.Effect> effects = commit(workspace, events);
            watch.removeThoseThatEndedMeanwhile(authors(taken));
            sightings.published(workspace, events);
            for (int k = 0; k < taken.size(); k++) {
                if (effects.get(k) != Ledger.Effect.ALREADY_STORED) {
                    changed(taken.get(k).message(), outcomes);
                }
            }
        } catch (StoreException e) {
            pending.forEach(p -> outcomes[p.message()] = new Outcome.Retry(e));
        }
    }

    /** Who wrote the posts, and whom they answer. */
    private static Set<AuthorRef> authors(List<Pending> pending) {
        return pending.stream()
                .map(Pending::event)
                .flatMap(event -> Departures.authors(event).stream())
                .collect(Collectors.toSet());
    }

    /** Removes all posts of an author, or lets new ones in again; repeating it changes nothing. */
    private void take(AccountEvent event, Outcome[] outcomes) {
        try {
            switch (event.record()) {
                case Decoded.AuthorGone gone -> {
                    if (departures.end(
                                    event.workspace(),
                                    gone.author(),
                                    gone.at(),
                                    AuthorEnd.Reason.PLATFORM)
                            > 0) {
                        changed(event.message(), outcomes);
                    }
                    sightings.gone(event.workspace(), gone.author());
                }
                case Decoded.AuthorBack back ->
                        departures.restore(
                                event.workspace(),
                                ErasureMark.of(back.author()),
                                back.at(),
                                AuthorEnd.Reason.PLATFORM);
                case Decoded.Event _, Decoded.Irrelevant _, Decoded.Rejected _ ->
                        throw new IllegalStateException("no event about an account: " + event);
            }
        } catch (StoreException e) {
            outcomes[event.message()] = new Outcome.Retry(e);
        }
    }

    private static void changed(int message, Outcome[] outcomes) {
        if (outcomes[message] instanceof Outcome.Done) {
            outcomes[message] = new Outcome.Done(false);
        }
    }

    private List<Ledger.Effect> commit(WorkspaceId workspace, List<PostEvent> events) {
        return store.update(workspace, ids(events), stored -> changes(workspace, events, stored));
    }

    /** One change for each event; a post whose very state is stored already is not read again. */
    private List<PostChange> changes(
            WorkspaceId workspace, List<PostEvent> events, Map<PostId, StoredPost> stored) {
        PostChange[] changes = new PostChange[events.size()];
        List<Unread> unread = new ArrayList<>();
        Brands.WorkspaceBrands now = brands.of(workspace);
        for (int i = 0; i < changes.length; i++) {
            switch (events.get(i)) {
                case PostEvent.Removed removed ->
                        changes[i] = new PostChange.Remove(removed.id(), removed.at());
                case PostEvent.Published published -> {
                    Post post = now.own().marked(published.post());
                    PostAnalysis known = known(post, stored);
                    if (known == null || readings.outdated(known)) {
                        unread.add(new Unread(i, post, known != null));
                    } else {
                        changes[i] = new PostChange.Store(known.seenAgain(post));
                    }
                }
            }
        }
        if (!unread.isEmpty()) {
            List<PostAnalysis> analyses = read(workspace, unread, now.matcher(), stored);
            for (int k = 0; k < analyses.size(); k++) {
                changes[unread.get(k).event()] = new PostChange.Store(analyses.get(k));
            }
        }
        return Arrays.asList(changes);
    }

    /** The stored result of the very state that a post is in. */
    private static @Nullable PostAnalysis known(Post post, Map<PostId, StoredPost> stored) {
        return stored.get(post.id()) instanceof StoredPost.Live live
                        && live.analysis().revision().sameStateAs(post.revision())
                ? live.analysis()
                : null;
    }

    /**
     * Reads posts in one model call and seals their texts; result {@code k} is of post {@code k}.
     */
    private List<PostAnalysis> read(
            WorkspaceId workspace,
            List<Unread> unread,
            BrandMatcher matcher,
            Map<PostId, StoredPost> stored) {
        List<PostReadings.Result> results =
                readings.results(workspace, unread.stream().map(Unread::post).toList(), matcher);
        List<PostAnalysis> analyses =
                conversations.join(
                        workspace,
                        results.stream().map(PostReadings.Result::analysis).toList(),
                        stored);
        int[] toSeal =
                IntStream.range(0, unread.size())
                        .filter(k -> unread.get(k).needsSeal() && kept(results.get(k)))
                        .toArray();
        if (toSeal.length > 0) {
            List<SealedText> seals =
                    vault.seal(
                            workspace,
                            Arrays.stream(toSeal)
                                    .mapToObj(k -> results.get(k).text().orElseThrow())
                                    .toList());
            for (int s = 0; s < toSeal.length; s++) {
                int k = toSeal[s];
                analyses.set(k, analyses.get(k).withText(seals.get(s)));
            }
        }
        return analyses;
    }

    private static boolean kept(PostReadings.Result result) {
        return result.text().isPresent();
    }

    /** Every id that the events' changes will name, and the posts that they answer. */
    private static Set<PostId> ids(List<PostEvent> events) {
        Set<PostId> ids = new HashSet<>();
        for (PostEvent event : events) {
            ids.add(event.id());
            if (event instanceof PostEvent.Published published) {
                ids.addAll(published.post().otherIds());
                ids.addAll(Conversations.answered(published.post()));
            }
        }
        return ids;
    }

    /**
     * A published post that the models have to read.
     *
     * @param event its place among the events
     * @param textKept whether its text was sealed when this state was first stored
     */
    private record Unread(int event, Post post, boolean textKept) {
        boolean needsSeal() {
            return !textKept && !post.text().isEmpty();
        }
    }

    private record AccountEvent(int message, WorkspaceId workspace, Instant at, Decoded record) {}

    /**
     * A message with its decoded records.
     *
     * @param message its body is ignored; its id names what is parked
     */
    public record Records(PostMessage message, List<Decoded> decoded) {
        public Records {
            decoded = List.copyOf(decoded);
        }
    }

    private record Pending(int message, PostEvent event) {}
}
