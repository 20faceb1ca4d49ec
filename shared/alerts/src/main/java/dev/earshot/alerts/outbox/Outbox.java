package dev.earshot.alerts.outbox;

import dev.earshot.alerts.decision.RuleMemory;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what is to be told until it is told, and then what was told. Every call may be repeated
 * after a crash. Thread-safe; failures surface as {@link dev.earshot.core.store.StoreException}.
 */
public interface Outbox {
    /** Keeps work until {@link #done}; the same work is kept once. */
    void schedule(Work work);

    /** Forgets work that was done. */
    void done(Work work);

    /** Work that was due at a time, at most about {@code limit}, the longest due first. */
    List<Work> due(Instant time, int limit);

    /** What each rule remembers of an episode, by the rule's id. */
    Map<String, RuleMemory> memories(WorkspaceId workspace, String episode);

    /**
     * Replaces what a rule remembers.
     *
     * @return false, having done nothing, if it no longer remembers {@code before}
     */
    boolean remember(
            WorkspaceId workspace,
            String episode,
            String rule,
            RuleMemory before,
            RuleMemory after);

    /** Keeps an alert; the first one with its id stays. */
    void put(Alert alert);

    /**
     * Begins a delivery and schedules its work, in one write.
     *
     * @return false, having done nothing, if there is one of its key
     */
    boolean begin(Delivery delivery);

    Optional<Alert> alert(WorkspaceId workspace, String id);

    /**
     * The newest alerts.
     *
     * @param brand of these only; empty for all
     * @param before only those with lesser ids; empty for the newest
     */
    List<Alert> list(
            WorkspaceId workspace, Optional<String> brand, Optional<String> before, int limit);

    /** The deliveries of an alert, by key. */
    List<Delivery> deliveries(WorkspaceId workspace, String alert);

    /**
     * A delivery that the caller alone may attempt until the lease ends.
     *
     * @param token of the lease
     */
    record Claim(Delivery delivery, String token) {}

    /** Takes a delivery whose attempt is due; empty if it is not, or somebody else has it. */
    Optional<Claim> claim(Work work, Duration lease);

    /**
     * Ends an attempt: keeps the delivery as it is then, and schedules the next attempt in the
     * place of the last, in one write.
     *
     * @return false, having done nothing, if the lease had passed to somebody else
     */
    boolean finish(Claim claim, Delivery after);

    /**
     * Begins a delivery again by hand, whatever its state.
     *
     * @return the new work; empty if there is no such delivery or an attempt is being made
     */
    Optional<Work> again(WorkspaceId workspace, String alert, String key);
}
