package dev.earshot.aws.post;

import dev.earshot.aws.table.Transactions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Planned changes that are written in one go.
 *
 * @param way how they are written
 */
record Chunk(List<PlannedChange> changes, Way way) {
    Chunk {
        changes = List.copyOf(changes);
    }

    /** Ways to write, the cheapest first. */
    enum Way {
        /** One item alone, on condition of its version: neither counts nor links change. */
        BY_ITSELF,
        /** New posts, one by one, and then their counts. */
        BY_JOURNAL,
        /** All in one transaction. */
        TOGETHER
    }

    /** Packs planned changes, those of the same brand and hour side by side. */
    static List<Chunk> of(List<PlannedChange> planned) {
        var chunks = new ArrayList<Chunk>();
        var fresh = new ArrayList<PlannedChange>();
        var others = new ArrayList<PlannedChange>();
        for (PlannedChange change : planned) {
            if (change.isRewrite()) {
                chunks.add(new Chunk(List.of(change), Way.BY_ITSELF));
            } else if (change.isNewPost()) {
                fresh.add(change);
            } else {
                others.add(change);
            }
        }
        for (List<PlannedChange> some : pack(fresh, Chunk::fitsJournal)) {
            if (some.size() < PostJournal.MIN_POSTS) {
                others.addAll(some);
            } else {
                chunks.add(new Chunk(some, Way.BY_JOURNAL));
            }
        }
        for (List<PlannedChange> some : pack(others, Chunk::fitsTransaction)) {
            chunks.add(new Chunk(some, Way.TOGETHER));
        }
        return chunks;
    }

    private static List<List<PlannedChange>> pack(
            List<PlannedChange> changes, Predicate<Load> fits) {
        List<PlannedChange> sorted =
                changes.stream().sorted(Comparator.comparing(Chunk::firstWindow)).toList();
        var packs = new ArrayList<List<PlannedChange>>();
        var load = new Load();
        for (PlannedChange change : sorted) {
            var more = load.with(change);
            if (!load.changes.isEmpty() && !fits.test(more)) {
                packs.add(load.changes);
                more = new Load().with(change);
            }
            load = more;
        }
        if (!load.changes.isEmpty()) {
            packs.add(load.changes);
        }
        return packs;
    }

    private static boolean fitsJournal(Load load) {
        return load.changes.size() <= PostJournal.MAX_POSTS
                && load.windows.size() <= PostJournal.MAX_WINDOWS;
    }

    private static boolean fitsTransaction(Load load) {
        // One more counts what all of them used.
        return load.actions + load.windows.size() < Transactions.MAX_ACTIONS;
    }

    private static String firstWindow(PlannedChange change) {
        return change.windows().stream()
                .map(window -> window.brandId() + " " + window.hour())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** What a chunk would hold. */
    private static final class Load {
        private final List<PlannedChange> changes = new ArrayList<>();
        private final Set<PartialCount.Window> windows = new HashSet<>();
        private int actions;

        Load with(PlannedChange change) {
            var more = new Load();
            more.changes.addAll(changes);
            more.changes.add(change);
            more.windows.addAll(windows);
            more.windows.addAll(change.windows());
            more.actions = actions + change.actions();
            return more;
        }
    }
}
