package dev.earshot.queryapi.alert;

import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.WorkQueue;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.core.net.HostGuard;
import dev.earshot.trends.episode.EpisodeHistory;

/** What the routes of alerts need. */
public record AlertPorts(
        EpisodeHistory history,
        AlertSettings settings,
        Outbox outbox,
        WorkQueue queue,
        HostGuard guard) {}
