package dev.earshot.engagement.campaign;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.util.List;
import java.util.Optional;

/**
 * The campaigns of workspaces. Implementations are thread-safe; a failing service surfaces as
 * {@link StoreException}.
 */
public interface CampaignStore {
    /** A workspace has at most so many. */
    int MAX_CAMPAIGNS = 500;

    /** All, by id. */
    List<Campaign> campaigns(WorkspaceId workspace);

    /** One; empty if there is none of that id. */
    Optional<Campaign> campaign(WorkspaceId workspace, String id);

    /** Keeps one, in place of an older one of its id. */
    void put(WorkspaceId workspace, Campaign campaign);

    /** Deletes one; whether there was one. */
    boolean delete(WorkspaceId workspace, String id);
}
