package dev.earshot.testkit.store;

import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.core.WorkspaceId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings in memory. Thread-safe: one lock. */
public final class InMemoryAlertSettings implements AlertSettings {
    private final Map<WorkspaceId, Map<String, AlertRule>> rules = new HashMap<>();
    private final Map<WorkspaceId, Map<String, Silence>> silences = new HashMap<>();
    private final Map<WorkspaceId, Map<String, Webhook>> webhooks = new HashMap<>();

    private static <T> Map<String, T> in(
            Map<WorkspaceId, Map<String, T>> all, WorkspaceId workspace) {
        return all.computeIfAbsent(workspace, key -> new TreeMap<>());
    }

    @Override
    public synchronized List<AlertRule> rules(WorkspaceId workspace) {
        return List.copyOf(in(rules, workspace).values());
    }

    @Override
    public synchronized void put(WorkspaceId workspace, AlertRule rule) {
        in(rules, workspace).put(rule.id(), rule);
    }

    @Override
    public synchronized boolean deleteRule(WorkspaceId workspace, String id) {
        return in(rules, workspace).remove(id) != null;
    }

    @Override
    public synchronized List<Silence> silences(WorkspaceId workspace) {
        return List.copyOf(in(silences, workspace).values());
    }

    @Override
    public synchronized void put(WorkspaceId workspace, Silence silence) {
        in(silences, workspace).put(silence.id(), silence);
    }

    @Override
    public synchronized List<Webhook> webhooks(WorkspaceId workspace) {
        return List.copyOf(in(webhooks, workspace).values());
    }

    @Override
    public synchronized Optional<Webhook> webhook(WorkspaceId workspace, String id) {
        return Optional.ofNullable(in(webhooks, workspace).get(id));
    }

    @Override
    public synchronized void put(WorkspaceId workspace, Webhook webhook) {
        in(webhooks, workspace).put(webhook.id(), webhook);
    }

    @Override
    public synchronized boolean deleteWebhook(WorkspaceId workspace, String id) {
        return in(webhooks, workspace).remove(id) != null;
    }
}
