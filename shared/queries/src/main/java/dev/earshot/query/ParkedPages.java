package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;

import java.util.Optional;

/** Pages through rejected records, newest first. Thread-safe. */
public final class ParkedPages {
    private final ParkedStore parked;
    private final NewestFirst<Parked> pages;

    public ParkedPages(ParkedStore parked, Cursors cursors) {
        this.parked = parked;
        this.pages =
                new NewestFirst<>(
                        "parked",
                        cursors,
                        item -> new NewestFirst.Place(item.parkedAt(), item.id()));
    }

    /** The page after {@code cursor}, or the first. */
    public ItemPage<Parked> page(WorkspaceId workspace, Optional<String> cursor, int limit) {
        return pages.page(
                workspace,
                cursor,
                limit,
                (after, most) ->
                        parked.list(workspace, after.map(place -> at(workspace, place)), most));
    }

    /**
     * A stand-in for the last item of the previous page, with the fields that determine its
     * position.
     */
    private static Parked at(WorkspaceId workspace, NewestFirst.Place place) {
        return new Parked(place.id(), workspace, "", "", "", place.at(), "");
    }
}
