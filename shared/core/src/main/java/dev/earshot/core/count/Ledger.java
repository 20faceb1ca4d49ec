package dev.earshot.core.count;

import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which posts and counts change together. Given what is stored under the ids that a
 * change touches, it says what must be stored afterwards and how the counts move. The rule is a
 * join: applying a set of changes in any order, any number of times, ends in the same state, and
 * the counts always equal the sum over live posts.
 *
 * <p>Removal wins over everything. Otherwise the greatest {@link Revision} wins. A later sighting of
 * the same state only moves its time of observation, so that order stays total.
 *
 * <p>Pure and thread-safe. A store applies the result in one transaction, on condition that what was
 * read is still there, and asks again if it is not.
 */
public final class Ledger {
    private Ledger() {}

    /** The ids whose stored state {@link #apply} must be given; an alias's target is one more. */
    public static List<PostId> touched(PostChange change) {
        var ids = new ArrayList<PostId>();
        ids.add(change.id());
        if (change instanceof PostChange.Store store) {
            ids.addAll(store.analysis().otherIds());
        }
        return List.copyOf(ids);
    }

    /**
     * Decides one change.
     *
     * @param stored what is stored under every touched id that has anything, and under the target
     *     of every alias among them
     */
    public static Result apply(PostChange change, Map<PostId, StoredPost> stored) {
        return switch (change) {
            case PostChange.Store store -> store(store.analysis(), stored);
            case PostChange.Remove remove -> remove(remove.id(), remove.at(), stored);
        };
    }

    private static Result store(PostAnalysis next, Map<PostId, StoredPost> stored) {
        for (PostId id : touched(new PostChange.Store(next))) {
            if (stored.get(id) instanceof StoredPost.Tombstone tombstone) {
                return bury(next.id(), tombstone.removedAt(), next.otherIds(), stored);
            }
        }
        var puts = new LinkedHashMap<PostId, StoredPost>();
        for (PostId other : next.otherIds()) {
            if (stored.get(other) == null) {
                puts.put(other, new StoredPost.Alias(other, next.id()));
            }
        }
        PostAnalysis current =
                stored.get(next.id()) instanceof StoredPost.Live live ? live.analysis() : null;
        if (current == null) {
            puts.put(next.id(), new StoredPost.Live(next));
            return new Result(puts, next.deltas(), Effect.STORED);
        }
        if (current.revision().sameStateAs(next.revision())) {
            if (current.revision().compareTo(next.revision()) < 0) {
                puts.put(next.id(), new StoredPost.Live(sightedAgain(current, next)));
            }
            return new Result(puts, List.of(), Effect.ALREADY_STORED);
        }
        if (current.revision().compareTo(next.revision()) > 0) {
            return new Result(puts, List.of(), Effect.ALREADY_STORED);
        }
        puts.put(next.id(), new StoredPost.Live(next));
        return new Result(puts, difference(current.deltas(), next.deltas()), Effect.REPLACED);
    }

    private static Result remove(PostId id, Instant at, Map<PostId, StoredPost> stored) {
        return switch (stored.get(id)) {
            case StoredPost.Alias alias -> bury(alias.canonical(), at, List.of(id), stored);
            case StoredPost.Live live -> bury(id, at, live.analysis().otherIds(), stored);
            case StoredPost.Tombstone tombstone ->
                    new Result(Map.of(), List.of(), Effect.ALREADY_STORED);
            case null -> bury(id, at, List.of(), stored);
        };
    }

    private static Result bury(
            PostId id, Instant at, List<PostId> others, Map<PostId, StoredPost> stored) {
        var puts = new LinkedHashMap<PostId, StoredPost>();
        List<CountDelta> back = List.of();
        for (PostId other : others) {
            if (!(stored.get(other) instanceof StoredPost.Tombstone)) {
                puts.put(other, new StoredPost.Tombstone(other, at));
            }
        }
        @Nullable StoredPost current = stored.get(id);
        if (!(current instanceof StoredPost.Tombstone)) {
            puts.put(id, new StoredPost.Tombstone(id, at));
        }
        if (current instanceof StoredPost.Live live) {
            back = difference(live.analysis().deltas(), List.of());
        }
        return new Result(puts, back, puts.isEmpty() ? Effect.ALREADY_STORED : Effect.REMOVED);
    }

    private static PostAnalysis sightedAgain(PostAnalysis current, PostAnalysis next) {
        return new PostAnalysis(
                current.workspace(),
                current.id(),
                next.otherIds().size() > current.otherIds().size()
                        ? next.otherIds()
                        : current.otherIds(),
                next.revision(),
                current.createdAt(),
                current.analysedAt(),
                current.reading(),
                current.brands(),
                next.author(),
                next.engagement(),
                current.media(),
                current.text(),
                current.models());
    }

    private static List<CountDelta> difference(List<CountDelta> before, List<CountDelta> after) {
        var moves = new ArrayList<CountDelta>();
        for (CountDelta delta : before) {
            moves.add(new CountDelta(delta.brandId(), delta.minute(), delta.counts().negated()));
        }
        moves.addAll(after);
        return sum(moves);
    }

    /** Adds up deltas of the same brand and minute and drops those that cancel out. */
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

    /** What a change came to. */
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
     * @param deltas how the counts move
     */
    public record Result(Map<PostId, StoredPost> puts, List<CountDelta> deltas, Effect effect) {
        public Result {
            puts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(puts));
            deltas = List.copyOf(deltas);
        }
    }
}
