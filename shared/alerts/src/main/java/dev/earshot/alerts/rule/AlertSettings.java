package dev.earshot.alerts.rule;

import dev.earshot.core.WorkspaceId;

import java.util.List;
import java.util.Optional;

/**
 * Keeps what people set. Lists are strongly consistent and sorted by id. Thread-safe; failures
 * surface as {@link dev.earshot.core.store.StoreException}.
 */
public interface AlertSettings {
    /** At most this many rules, and as many webhooks, in a workspace. */
    int MAX_ENTRIES = 100;

    List<AlertRule> rules(WorkspaceId workspace);

    /** Adds or replaces a rule. */
    void put(WorkspaceId workspace, AlertRule rule);

    /** Whether there was one. */
    boolean deleteRule(WorkspaceId workspace, String id);

    /** All silences that have not ended more than the retention of results ago. */
    List<Silence> silences(WorkspaceId workspace);

    /** Adds or replaces a silence. */
    void put(WorkspaceId workspace, Silence silence);

    List<Webhook> webhooks(WorkspaceId workspace);

    Optional<Webhook> webhook(WorkspaceId workspace, String id);

    /** Adds or replaces a webhook. */
    void put(WorkspaceId workspace, Webhook webhook);

    /** Whether there was one. */
    boolean deleteWebhook(WorkspaceId workspace, String id);
}
