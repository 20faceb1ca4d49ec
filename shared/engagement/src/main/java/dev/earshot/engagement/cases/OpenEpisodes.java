package dev.earshot.engagement.cases;

import dev.earshot.core.WorkspaceId;

import java.util.Set;

/** Tells about which brands an alert is open right now. Thread-safe. */
@FunctionalInterface
public interface OpenEpisodes {
    /** Where nothing watches for alerts. */
    OpenEpisodes NONE = workspace -> Set.of();

    /** Ids of the brands. */
    Set<String> brands(WorkspaceId workspace);
}
