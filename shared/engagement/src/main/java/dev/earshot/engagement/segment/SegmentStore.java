package dev.earshot.engagement.segment;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.time.Instant;
import java.util.List;

/**
 * The segments of workspaces. Implementations are thread-safe; a failing service surfaces as {@link
 * StoreException}.
 */
public interface SegmentStore {
    /** A workspace has at most so many, with those that were deleted lately. */
    int MAX_SEGMENTS = 100;

    /**
     * A segment, or what is left of a deleted one: its rule goes on to count against new segments
     * until the people are counted anew, so that nobody takes one away and puts a twin beside it.
     */
    record Kept(Segment segment, boolean deleted) {}

    /** All, by id; those deleted before {@code since} are left out. */
    List<Kept> segments(WorkspaceId workspace, Instant since);

    /**
     * Adds one. The rule of a segment never changes.
     *
     * @return false if there is, or lately was, one of this id
     */
    boolean add(WorkspaceId workspace, Segment segment);

    /** Deletes one; whether there was one. */
    boolean delete(WorkspaceId workspace, String id, Instant at);
}
