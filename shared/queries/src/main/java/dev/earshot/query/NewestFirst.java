package dev.earshot.query;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns the pages of a listing that is ordered by a time, newest first, and an id. Thread-safe. */
final class NewestFirst<T> {
    private final String listing;
    private final Cursors cursors;
    private final Function<T, Place> place;

    /**
     * @param listing its name, so that no cursor is good for another
     */
    NewestFirst(String listing, Cursors cursors, Function<T, Place> place) {
        this.listing = listing;
        this.cursors = cursors;
        this.place = place;
    }

    /** The page after {@code cursor}, or the first. */
    ItemPage<T> page(WorkspaceId workspace, Optional<String> cursor, int limit, Source<T> source) {
        PostPages.checkLimit(limit);
        List<String> scope = List.of(listing, workspace.value());
        List<T> found = source.list(cursor.map(text -> open(scope, text)), limit);
        Optional<String> next =
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(seal(scope, place.apply(found.getLast())));
        return new ItemPage<>(found, next);
    }

    private String seal(List<String> scope, Place last) {
        return cursors.seal(scope, List.of(last.at().toString(), last.id()));
    }

    private Place open(List<String> scope, String cursor) {
        List<String> fields =
                cursors.open(scope, cursor, 2, "cursor must be one that this very listing gave");
        return new Place(Instant.parse(fields.get(0)), fields.get(1));
    }

    /** Where an item stands in the order. */
    record Place(Instant at, String id) {}

    /** Gives the items after a place, or the first ones. */
    interface Source<T> {
        List<T> list(Optional<Place> after, int limit);
    }
}
