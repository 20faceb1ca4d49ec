package dev.earshot.core.count;

import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rule by which posts and counts change together: given what is stored under the ids that a
 * change touches, it decides what must be stored afterwards and how the counts change. The rule is
 * a join: applying a set of changes in any order, any number of times, ends with the same posts
 * live and the same posts removed, and the counts always equal the sum over live posts.
 *
 * <p>All ids that name one post (an edit chain) form a family. Its result lies under the least id
 * by {@link #OLDEST_FIRST}; the others are aliases of that one. A change that links two families
 * merges them. Removal of any id removes the family and wins over everything. Otherwise the
 * greatest {@link Revision} wins. Of two results of one state, one that a model read beats one that
 * no model read, and then the newer models win ({@link ModelAge}). A later sighting of the same
 * state moves its time of observation, so that the order stays total; the public counts of post and
 * author are those seen last, whatever state they came with. The ledger knows a link only once a
 * change states it: the removal of an edit's id reaches the post with the first change that names
 * both.
 *
 * <p>An attribution ({@link PostChange.Attribute}) changes the brands of the state that it looked
 * at and of no other, so it is lost to an edit that comes first; edits are read with their own
 * brands.
 *
 * <p>Pure and thread-safe. A store applies the result in one transaction, on condition that what it
 * read is unchanged, and otherwise reads and decides again.
 */
public final class Ledger {
    /**
     * Orders a family's ids; its result is kept under the first: the shortest, then the least by
     * text. Ids of X grow with time, so there it is the first id of the edit history.
     */
    public static final Comparator<PostId> OLDEST_FIRST =
            Comparator.comparingInt((PostId id) -> id.nativeId().length())
                    .thenComparing(PostId::nativeId)
                    .thenComparing(PostId::platform);

    private Ledger() {}

    /** The ids that a change names. */
    public static List<PostId> touched(PostChange change) {
        var ids = new LinkedHashSet<PostId>();
        ids.add(change.id());
        if (change instanceof PostChange.Store store) {
            ids.addAll(store.analysis().otherIds());
        }
        return List.copyOf(ids);
    }

    /**
     * The ids that a stored state points to: an alias to its post, a live post to its other ids.
     */
    public static List<PostId> leadsTo(StoredPost stored) {
        return switch (stored) {
            case StoredPost.Live live -> live.analysis().otherIds();
            case StoredPost.Alias alias -> List.of(alias.canonical());
            case StoredPost.Tombstone tombstone -> List.of();
        };
    }

    /**
     * The whole family of a change: every id reachable from those it names. {@link #apply} must be
     * given the state of each, so a store reads these ids, asks again with what it read, and
     * repeats until no id is new.
     */
    public static Set<PostId> family(PostChange change, Map<PostId, StoredPost> stored) {
        var family = new LinkedHashSet<PostId>();
        var open = new ArrayDeque<>(touched(change));
        while (!open.isEmpty()) {
            PostId id = open.remove();
            StoredPost state = family.add(id) ? stored.get(id) : null;
            if (state != null) {
                open.addAll(leadsTo(state));
            }
        }
        return Collections.unmodifiableSet(family);
    }

    /**
     * Decides one change.
     *
     * @param stored the stored state of every id of the change's {@link #family} that has one
     */
    public static Result apply(PostChange change, Map<PostId, StoredPost> stored) {
        Set<PostId> family = family(change, stored);
        return switch (change) {
            case PostChange.Remove remove -> putTombstone(family, remove.at(), stored);
            case PostChange.Attribute attribute -> attribute(attribute, family, stored);
            case PostChange.Unlink unlink -> unlink(unlink, family, stored);
            case PostChange.Store store ->
                    removedAt(family, stored)
                            .map(at -> putTombstone(family, at, stored))
                            .orElseGet(() -> store(store.analysis(), family, stored));
        };
    }

    private static Result attribute(
            PostChange.Attribute change, Set<PostId> family, Map<PostId, StoredPost> stored) {
        List<PostAnalysis> live = live(family, stored);
        Optional<PostAnalysis> current =
                live.stream()
                        .reduce(Ledger::later)
                        .filter(now -> now.revision().sameStateAs(change.state()));
        var puts = new LinkedHashMap<PostId, StoredPost>();
        if (live.size() != 1 || current.isEmpty()) {
            return new Result(puts, List.of(), Effect.ALREADY_STORED);
        }
        PostAnalysis attributed = current.get().attributed(change);
        put(puts, attributed.id(), new StoredPost.Live(attributed), stored);
        return new Result(
                puts,
                difference(live, List.of(attributed)),
                puts.isEmpty() ? Effect.ALREADY_STORED : Effect.REPLACED);
    }

    private static Result unlink(
            PostChange.Unlink change, Set<PostId> family, Map<PostId, StoredPost> stored) {
        var puts = new LinkedHashMap<PostId, StoredPost>();
        for (PostAnalysis post : live(family, stored)) {
            put(puts, post.id(), new StoredPost.Live(post.unlinked(change)), stored);
        }
        return new Result(
                puts, List.of(), puts.isEmpty() ? Effect.ALREADY_STORED : Effect.REPLACED);
    }

    private static Optional<Instant> removedAt(Set<PostId> family, Map<PostId, StoredPost> stored) {
        return family.stream()
                .map(stored::get)
                .filter(StoredPost.Tombstone.class::isInstance)
                .map(state -> ((StoredPost.Tombstone) state).removedAt())
                .min(Comparator.naturalOrder());
    }

    private static Result store(
            PostAnalysis next, Set<PostId> family, Map<PostId, StoredPost> stored) {
        List<PostAnalysis> live = live(family, stored);
        Optional<PostAnalysis> current = live.stream().reduce(Ledger::later);
        var sightings = new ArrayList<>(live);
        sightings.add(next);
        PostAnalysis content =
                current.map(now -> later(now, next)).orElse(next).withLatestOf(sightings);
        boolean taken = content.revision().sameStateAs(next.revision());
        boolean known =
                current.filter(now -> now.revision().sameStateAs(next.revision()))
                        .filter(now -> ModelAge.WEAKER_FIRST.compare(now, next) >= 0)
                        .isPresent();

        List<PostId> ids = family.stream().sorted(OLDEST_FIRST).toList();
        PostId canonical = ids.getFirst();
        PostAnalysis merged = content.underIds(canonical, ids.subList(1, ids.size()));
        var puts = new LinkedHashMap<PostId, StoredPost>();
        put(puts, canonical, new StoredPost.Live(merged), stored);
        for (PostId other : merged.otherIds()) {
            put(puts, other, new StoredPost.Alias(other, canonical), stored);
        }
        Effect effect =
                current.isEmpty()
                        ? Effect.STORED
                        : taken && !known ? Effect.REPLACED : Effect.ALREADY_STORED;
        return new Result(puts, difference(live, List.of(merged)), effect);
    }

    /**
     * The state that wins. If both are the same state, it gets the content that {@link ModelAge}
     * ranks higher, on a tie the one stored first, and remembers which models have seen it.
     */
    private static PostAnalysis later(PostAnalysis current, PostAnalysis next) {
        boolean nextIsLater = current.revision().compareTo(next.revision()) < 0;
        if (!current.revision().sameStateAs(next.revision())) {
            return nextIsLater ? next : current;
        }
        PostAnalysis content =
                ModelAge.WEAKER_FIRST.compare(current, next) < 0
                        ? next.withTextOf(current)
                        : current;
        return content.with(
                        content.context().with(ModelAge.seenBy(content, List.of(current, next))))
                .sightedAs(nextIsLater ? next.revision() : current.revision());
    }

    private static Result putTombstone(
            Set<PostId> family, Instant at, Map<PostId, StoredPost> stored) {
        var puts = new LinkedHashMap<PostId, StoredPost>();
        for (PostId id : family) {
            if (!(stored.get(id) instanceof StoredPost.Tombstone)) {
                puts.put(id, new StoredPost.Tombstone(id, at));
            }
        }
        return new Result(
                puts,
                difference(live(family, stored), List.of()),
                puts.isEmpty() ? Effect.ALREADY_STORED : Effect.REMOVED);
    }

    private static List<PostAnalysis> live(Set<PostId> family, Map<PostId, StoredPost> stored) {
        return family.stream()
                .map(stored::get)
                .filter(StoredPost.Live.class::isInstance)
                .map(state -> ((StoredPost.Live) state).analysis())
                .toList();
    }

    private static void put(
            Map<PostId, StoredPost> puts,
            PostId id,
            StoredPost state,
            Map<PostId, StoredPost> stored) {
        if (!state.equals(stored.get(id))) {
            puts.put(id, state);
        }
    }

    private static List<CountDelta> difference(
            Collection<PostAnalysis> before, Collection<PostAnalysis> after) {
        var moves = new ArrayList<CountDelta>();
        for (PostAnalysis post : before) {
            post.deltas().forEach(delta -> moves.add(delta.negated()));
        }
        after.forEach(post -> moves.addAll(post.deltas()));
        return sum(moves);
    }

    /** Sums deltas of the same brand and minute and drops those that cancel out. */
    public static List<CountDelta> sum(List<CountDelta> deltas) {
        record Window(String brandId, Instant minute) {}
        var sums = new LinkedHashMap<Window, WindowCounts>();
        for (CountDelta delta : deltas) {
            sums.merge(
                    new Window(delta.brandId(), delta.minute()),
                    delta.counts(),
                    WindowCounts::plus);
        }
        return sums.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new CountDelta(e.getKey().brandId(), e.getKey().minute(), e.getValue()))
                .toList();
    }

    /** The effect of a change. */
    public enum Effect {
        STORED,
        REPLACED,
        REMOVED,
        ALREADY_STORED
    }

    /**
     * What must be written, together or not at all.
     *
     * @param puts the new state under each id that changes
     * @param deltas how the counts change
     */
    public record Result(Map<PostId, StoredPost> puts, List<CountDelta> deltas, Effect effect) {
        public Result {
            puts = Collections.unmodifiableMap(new LinkedHashMap<>(puts));
            deltas = List.copyOf(deltas);
        }
    }
}
