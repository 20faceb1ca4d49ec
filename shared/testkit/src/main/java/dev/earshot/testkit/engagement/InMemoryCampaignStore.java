package dev.earshot.testkit.engagement;

import dev.earshot.core.WorkspaceId;
import dev.earshot.engagement.campaign.Campaign;
import dev.earshot.engagement.campaign.CampaignStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Campaigns in memory. Thread-safe: one lock. */
public final class InMemoryCampaignStore implements CampaignStore {
    private final Map<WorkspaceId, Map<String, Campaign>> campaigns = new HashMap<>();

    @Override
    public synchronized List<Campaign> campaigns(WorkspaceId workspace) {
        return List.copyOf(in(workspace).values());
    }

    @Override
    public synchronized Optional<Campaign> campaign(WorkspaceId workspace, String id) {
        return Optional.ofNullable(in(workspace).get(id));
    }

    @Override
    public synchronized void put(WorkspaceId workspace, Campaign campaign) {
        in(workspace).put(campaign.id(), campaign);
    }

    @Override
    public synchronized boolean delete(WorkspaceId workspace, String id) {
        return in(workspace).remove(id) != null;
    }

    private Map<String, Campaign> in(WorkspaceId workspace) {
        return campaigns.computeIfAbsent(workspace, key -> new TreeMap<>());
    }
}
