package dev.earshot.sweepprivacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.privacy.PrivacySweep;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;

/** What is swept, and by what. */
record Sweeping(
        Workspaces known,
        Sweep sweep,
        Freshness freshness,
        DriftWatch drift,
        Resealing resealing,
        InstantSource clock) {
    /** The workspaces that have posts. */
    @FunctionalInterface
    interface Workspaces {
        List<WorkspaceId> all();
    }

    /** Removes posts that were not seen for longer than allowed, and says how many. */
    @FunctionalInterface
    interface Freshness {
        int sweep(WorkspaceId workspace);
    }

    /** Tells a workspace which shares of labels had moved when a month began, and says how many. */
    @FunctionalInterface
    interface DriftWatch {
        int tell(WorkspaceId workspace, YearMonth month);
    }

    /** Seals anew what lies under former keys, and says how much. */
    @FunctionalInterface
    interface Resealing {
        int reseal(WorkspaceId workspace);
    }

    /** Sweeps a workspace. */
    @FunctionalInterface
    interface Sweep {
        PrivacySweep.Result sweep(WorkspaceId workspace, boolean all);
    }
}
