package dev.earshot.query;

import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.core.WorkspaceId;

import java.util.List;
import java.util.Optional;

/** Pages through alerts, newest first. Thread-safe. */
public final class AlertPages {
    private static final int MAX_LIMIT = 100;

    private final Outbox outbox;
    private final Cursors cursors;

    public AlertPages(Outbox outbox, Cursors cursors) {
        this.outbox = outbox;
        this.cursors = cursors;
    }

    /**
     * The page after {@code cursor}, or the first.
     *
     * @param brand of these alone; empty for all
     * @throws QueryException where the cursor is not one of this listing, or the limit is not 1 to
     *     100
     */
    public ItemPage<Alert> page(
            WorkspaceId workspace, Optional<String> brand, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new QueryException(
                    "limit", "limit must lie between 1 and " + MAX_LIMIT + ", got " + limit);
        }
        List<String> scope = List.of("alerts", workspace.value(), brand.orElse(""));
        Optional<String> before =
                cursor.map(
                        text ->
                                cursors.open(
                                                scope,
                                                text,
                                                1,
                                                "cursor must be one that this listing gave, with"
                                                        + " the same brand")
                                        .getFirst());
        List<Alert> items = outbox.list(workspace, brand, before, limit);
        return new ItemPage<>(
                items,
                items.size() < limit
                        ? Optional.empty()
                        : Optional.of(cursors.seal(scope, List.of(items.getLast().id()))));
    }
}
