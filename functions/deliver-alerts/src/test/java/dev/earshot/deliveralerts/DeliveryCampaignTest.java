package dev.earshot.deliveralerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Many deliveries to a receiver that misbehaves in every way it can. */
final class DeliveryCampaignTest {
    @Test
    void deliveries_500_reachAReceiverThatMisbehaves() throws Exception {
        campaign(500);
    }

    @Test
    @Tag("long")
    void deliveries_10000_reachAReceiverThatMisbehaves() throws Exception {
        campaign(10_000);
    }

    private static void campaign(int count) throws Exception {
        try (var receiver = new Receiver(AlertWorld.SECRET.text(), 7);
                var world = new AlertWorld(Duration.ofSeconds(2))) {
            Recipient good = world.webhook("good", receiver.address("/"));
            Recipient gone = world.webhook("gone", receiver.address("/gone"));
            world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("one", good));
            world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("two", good));
            List<EpisodeChange> changes = changes(count);
            Set<String> states = new HashSet<>();
            changes.forEach(change -> states.add(change.id()));
            world.history.add(changes);
            world.routing.hand(changes);
            world.routing.hand(changes.subList(0, count / 10)); // a crash, and again
            world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("three", gone));
            runConcurrently(world);

            List<Alert> alerts =
                    world.store.list(
                            Episodes.WORKSPACE, Optional.empty(), Optional.empty(), count + 1);
            assertThat(states).hasSize(count);
            // No state of an episode has two ids, and none is lost.
            assertThat(alerts).hasSize(count);
            assertThat(receiver.taken.keySet())
                    .isEqualTo(alerts.stream().map(Alert::id).collect(Collectors.toSet()));
            assertThat(receiver.forged).hasValue(0);
            assertThat(receiver.changed).hasValue(0);
            assertThat(receiver.shown.keySet())
                    .contains(
                            "fails", "hangs", "redirects", "asks to wait", "lies", "takes", "gone");
            assertThat(states(world, alerts, "webhook:good"))
                    .containsOnly(Delivery.State.DELIVERED);
            assertThat(states(world, alerts, "webhook:gone")).containsOnly(Delivery.State.FAILED);
            Webhook disabled = world.settings.webhook(Episodes.WORKSPACE, "gone").orElseThrow();
            assertThat(disabled.disabled()).contains("its receiver answered 410 (gone)");
            // Once it is disabled nothing more is sent to it.
            assertThat(receiver.shown.getOrDefault("gone", new AtomicInteger()).get())
                    .isLessThan(100);
        }
    }

    private static List<Delivery.State> states(AlertWorld world, List<Alert> alerts, String key) {
        return alerts.stream()
                .flatMap(alert -> world.store.deliveries(Episodes.WORKSPACE, alert.id()).stream())
                .filter(delivery -> delivery.key().equals(key))
                .map(Delivery::state)
                .toList();
    }

    /** Episodes with an opening, a growth and an end, of several brands. */
    private static List<EpisodeChange> changes(int count) {
        List<EpisodeChange> changes = new ArrayList<>();
        for (int episode = 0; changes.size() < count; episode++) {
            Instant start = Episodes.NOON.plusSeconds(300L * (episode / 50));
            EpisodeChange open =
                    Episodes.change(
                            "brand-" + episode % 50,
                            TrendKind.MENTIONS,
                            start,
                            EpisodeState.OPEN,
                            1,
                            30,
                            10,
                            start);
            changes.add(open);
            EpisodeChange grew = Episodes.next(open, EpisodeState.GREW, 70, Duration.ofMinutes(5));
            changes.add(grew);
            changes.add(Episodes.next(grew, EpisodeState.RESOLVED, 75, Duration.ofMinutes(20)));
        }
        return changes.subList(0, count);
    }

    /** As several environments of the function do, each with what the queue gives it. */
    private static void runConcurrently(AlertWorld world) throws Exception {
        Instant end = Episodes.NOON.plus(Duration.ofDays(7));
        try (ExecutorService workers = Executors.newFixedThreadPool(64)) {
            while (true) {
                List<Work> batch = world.queue.take();
                List<java.util.concurrent.Future<?>> running = new ArrayList<>();
                for (Work each : batch) {
                    running.add(workers.submit(() -> world.work.run(each.written(), line -> {})));
                }
                for (var each : running) {
                    each.get();
                }
                if (batch.isEmpty()) {
                    List<Work> waiting = world.store.due(end, 1);
                    if (waiting.isEmpty()) {
                        return;
                    }
                    Instant next = waiting.getFirst().due().plusSeconds(60);
                    world.clock.set(
                            next.isAfter(world.clock.instant())
                                    ? next
                                    : world.clock.instant().plusSeconds(60));
                    world.sweep.run();
                }
            }
        }
    }
}
