package dev.earshot.tracktrends;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.BrandStore;
import dev.earshot.usecase.trend.TrackShocks;
import dev.earshot.usecase.trend.TrackTopics;
import dev.earshot.usecase.trend.TrackTrends;

import java.util.List;

/** The brands that are watched, and what watches them. */
record Watched(
        Workspaces known,
        BrandStore brands,
        TrackTrends trends,
        TrackShocks shocks,
        TrackTopics topics) {
    /** The workspaces that have posts. */
    @FunctionalInterface
    interface Workspaces {
        List<WorkspaceId> all();
    }

    List<WorkspaceId> workspaces() {
        return known.all();
    }
}
