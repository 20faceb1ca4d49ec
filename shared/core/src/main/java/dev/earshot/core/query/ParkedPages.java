package dev.earshot.core.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns the pages of what could not be taken, newest first. Thread-safe. */
public final class ParkedPages {
    private final ParkedStore parked;
    private final Cursors cursors;

    public ParkedPages(ParkedStore parked, Cursors cursors) {
        this.parked = parked;
        this.cursors = cursors;
    }

    /** The page after {@code cursor}, or the first. */
    public Page page(WorkspaceId workspace, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > PostPages.MAX_LIMIT) {
            throw new QueryException(
                    "limit", "limit must be 1 to " + PostPages.MAX_LIMIT + ", got " + limit);
        }
        List<String> scope = List.of("parked", workspace.value());
        List<Parked> found =
                parked.list(workspace, cursor.map(text -> open(workspace, scope, text)), limit);
        Optional<String> next =
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(
                                cursors.seal(
                                        scope,
                                        List.of(
                                                found.getLast().parkedAt().toString(),
                                                found.getLast().id())));
        return new Page(found, next);
    }

    /** The item that the page before ended with, as far as its place in the order depends on it. */
    private Parked open(WorkspaceId workspace, List<String> scope, String cursor) {
        List<String> fields =
                cursors.open(scope, cursor)
                        .filter(f -> f.size() == 2)
                        .orElseThrow(
                                () ->
                                        new QueryException(
                                                "cursor",
                                                "cursor must be one that this very listing gave"));
        return new Parked(
                fields.get(1), workspace, "", "", "", Instant.parse(fields.get(0)), "");
    }

    /** One page; {@code next} is the cursor of the page after it, empty on the last. */
    public record Page(List<Parked> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
