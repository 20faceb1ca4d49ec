package dev.earshot.query;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pages through a listing ordered by time, newest first, then id. Thread-safe. */
final class NewestFirst<T> {
    private final String listing;
    private final Cursors cursors;
    private final Function<T, Place> place;

    /**
     * @param listing its name, so that its cursors are valid for no other listing
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

    /** Position of an item in the order. */
    record Place(Instant at, String id) {}

    /** Supplies the items after a position, or the first ones. */
    interface Source<T> {
        List<T> list(Optional<Place> after, int limit);
    }
}
