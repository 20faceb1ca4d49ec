package dev.earshot.testkit.store;

import dev.earshot.alerts.decision.RuleMemory;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An outbox in memory. Thread-safe: one lock. */
public final class InMemoryOutbox implements Outbox {
    private record Place(WorkspaceId workspace, String id) {}

    private record Lease(String token, Instant until) {}

    private final InstantSource clock;
    private final TreeMap<String, Work> work = new TreeMap<>();
    private final Map<Place, TreeMap<String, RuleMemory>> memories = new HashMap<>();
    private final Map<WorkspaceId, TreeMap<String, Alert>> alerts = new HashMap<>();
    private final Map<Place, TreeMap<String, Delivery>> deliveries = new HashMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private int tokens;

    public InMemoryOutbox(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void schedule(Work each) {
        work.put(each.written(), each);
    }

    @Override
    public synchronized void done(Work each) {
        work.remove(each.written());
    }

    @Override
    public synchronized List<Work> due(Instant time, int limit) {
        return work.values().stream()
                .filter(each -> !each.due().isAfter(time))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<String, RuleMemory> memories(WorkspaceId workspace, String episode) {
        return Map.copyOf(memories.getOrDefault(new Place(workspace, episode), new TreeMap<>()));
    }

    @Override
    public synchronized boolean remember(
            WorkspaceId workspace,
            String episode,
            String rule,
            RuleMemory before,
            RuleMemory after) {
        Map<String, RuleMemory> known =
                memories.computeIfAbsent(new Place(workspace, episode), place -> new TreeMap<>());
        if (!known.getOrDefault(rule, RuleMemory.NONE).equals(before)) {
            return false;
        }
        known.put(rule, after);
        return true;
    }

    @Override
    public synchronized void put(Alert alert) {
        alerts.computeIfAbsent(alert.notice().workspace(), key -> new TreeMap<>())
                .putIfAbsent(alert.id(), alert);
    }

    @Override
    public synchronized boolean begin(Delivery delivery) {
        boolean begun = of(delivery).putIfAbsent(delivery.key(), delivery) == null;
        if (begun) {
            schedule(Work.attempt(delivery));
        }
        return begun;
    }

    @Override
    public synchronized Optional<Alert> alert(WorkspaceId workspace, String id) {
        return Optional.ofNullable(alerts.getOrDefault(workspace, new TreeMap<>()).get(id));
    }

    @Override
    public synchronized List<Alert> list(
            WorkspaceId workspace, Optional<String> brand, Optional<String> before, int limit) {
        return alerts.getOrDefault(workspace, new TreeMap<>()).descendingMap().values().stream()
                .filter(alert -> before.map(id -> alert.id().compareTo(id) < 0).orElse(true))
                .filter(alert -> brand.isEmpty() || alert.notice().brand().equals(brand))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Delivery> deliveries(WorkspaceId workspace, String alert) {
        return List.copyOf(
                deliveries.getOrDefault(new Place(workspace, alert), new TreeMap<>()).values());
    }

    @Override
    public synchronized Optional<Claim> claim(Work each, Duration lease) {
        Instant now = clock.instant();
        Delivery delivery =
                deliveries
                        .getOrDefault(new Place(each.workspace(), each.subject()), new TreeMap<>())
                        .get(each.detail());
        if (delivery == null
                || delivery.due().map(due -> due.isAfter(now)).orElse(true)
                || held(delivery, now)) {
            return Optional.empty();
        }
        String token = "token-" + ++tokens;
        leases.put(place(delivery), new Lease(token, now.plus(lease)));
        return Optional.of(new Claim(delivery, token));
    }

    @Override
    public synchronized boolean finish(Claim claim, Delivery after) {
        Lease lease = leases.get(place(after));
        if (lease == null || !lease.token().equals(claim.token())) {
            return false;
        }
        leases.remove(place(after));
        done(Work.attempt(claim.delivery()));
        of(after).put(after.key(), after);
        if (after.due().isPresent()) {
            schedule(Work.attempt(after));
        }
        return true;
    }

    @Override
    public synchronized Optional<Work> again(WorkspaceId workspace, String alert, String key) {
        Instant now = clock.instant();
        Map<String, Delivery> known =
                deliveries.getOrDefault(new Place(workspace, alert), new TreeMap<>());
        Delivery delivery = known.get(key);
        if (delivery == null || held(delivery, now)) {
            return Optional.empty();
        }
        if (delivery.due().isPresent()) {
            done(Work.attempt(delivery));
        }
        Delivery again = delivery.again(now);
        known.put(key, again);
        schedule(Work.attempt(again));
        return Optional.of(Work.attempt(again));
    }

    private boolean held(Delivery delivery, Instant now) {
        Lease lease = leases.get(place(delivery));
        return lease != null && lease.until().isAfter(now);
    }

    private Map<String, Delivery> of(Delivery delivery) {
        return deliveries.computeIfAbsent(
                new Place(delivery.workspace(), delivery.alert()), place -> new TreeMap<>());
    }

    private static String place(Delivery delivery) {
        return delivery.workspace() + "#" + delivery.alert() + "#" + delivery.key();
    }
}
