package dev.earshot.queryapi.alert;

import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.WorkQueue;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.core.net.HostGuard;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.series.TopicStore;

/** What the routes of alerts need. */
public record AlertPorts(
        EpisodeHistory history,
        TopicStore topics,
        AlertSettings settings,
        Outbox outbox,
        WorkQueue queue,
        HostGuard guard) {}
