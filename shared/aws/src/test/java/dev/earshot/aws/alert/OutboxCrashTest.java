package dev.earshot.aws.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.AlertRouting;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.outbox.Deliveries;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Sweep;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.aws.Faults;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.Episodes;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.store.InMemoryAlertSettings;
import dev.earshot.testkit.store.InMemoryEpisodeHistory;
import dev.earshot.testkit.store.InMemoryWorkQueue;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The process ends before, inside or after any write, or a write's answer is lost; then the queue
 * and the sweep bring the work again. Nothing is lost, and no state of an episode has two ids.
 */
final class OutboxCrashTest {
    private static final Set<String> WRITES =
            Set.of("TransactWriteItems", "PutItem", "DeleteItem", "UpdateItem");
    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");
    private static final List<Recipient> BOTH =
            List.of(new Recipient.ToBus(), new Recipient.ToWebhook("ops"));

    @Test
    void crashes_atRandom_loseAndDoubleNothing() {
        runs(0, 4);
    }

    @Test
    @Tag("long")
    void crashes_atRandomIn200Runs_loseAndDoubleNothing() {
        runs(1_000, 200);
    }

    private static void runs(int from, int count) {
        Map<String, Integer> injected = new HashMap<>();
        for (int seed = from; seed < from + count; seed++) {
            new Run(seed).go().forEach((what, times) -> injected.merge(what, times, Integer::sum));
        }
        for (Faults.Phase phase : Faults.Phase.values()) {
            assertThat(injected.keySet())
                    .as("the run must have met %s", phase)
                    .anyMatch(what -> what.endsWith(phase.name()));
        }
    }

    private static final class Run {
        private final int seed;
        private final Random random;
        private final SettableClock clock = new SettableClock(Episodes.NOON);
        private final InMemoryEpisodeHistory history = new InMemoryEpisodeHistory();
        private final InMemoryAlertSettings settings = new InMemoryAlertSettings();
        private final InMemoryWorkQueue queue = new InMemoryWorkQueue();
        private final Faults faults;
        private final Outbox outbox;
        private final AlertRouting routing;
        private final Deliveries deliveries;
        private final Sweep sweep;
        private final Map<String, Integer> received = new HashMap<>();
        private boolean calm;
        private int tokens;

        Run(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.faults = new Faults(WRITES, (operation, number) -> phase());
            DynamoDbClient client = LocalDynamo.running().clients(faults).dynamoDb();
            DynamoDbClient quiet = LocalDynamo.running().clients().dynamoDb();
            outbox =
                    new DynamoOutbox(
                            client,
                            LocalDynamo.running().newTable(quiet),
                            Retention.STANDARD,
                            clock,
                            () -> "token-" + ++tokens);
            Alerts alerts = new Alerts(outbox, queue, clock);
            routing = new AlertRouting(history, settings, outbox, alerts, clock);
            deliveries =
                    new Deliveries(
                            outbox,
                            settings,
                            alerts,
                            (notice, delivery) -> {
                                boolean takes = calm || random.nextInt(3) > 0;
                                if (takes) {
                                    received.merge(
                                            notice.id() + " " + delivery.key(), 1, Integer::sum);
                                }
                                return takes
                                        ? new Answer.Taken(200)
                                        : new Answer.NotTaken("status 500", Optional.empty());
                            },
                            clock);
            sweep = new Sweep(outbox, queue, clock);
        }

        private Optional<Faults.Phase> phase() {
            Faults.Phase[] all = Faults.Phase.values();
            return calm || random.nextInt(6) > 0
                    ? Optional.empty()
                    : Optional.of(all[random.nextInt(all.length)]);
        }

        Map<String, Integer> go() {
            rule("a");
            rule("b");
            EpisodeChange open = Episodes.open("acme", 30, 10);
            EpisodeChange grew = Episodes.next(open, EpisodeState.GREW, 70, Duration.ofMinutes(5));
            EpisodeChange over =
                    Episodes.next(grew, EpisodeState.RESOLVED, 75, Duration.ofMinutes(5));
            for (EpisodeChange change : List.of(open, grew, over)) {
                clock.set(change.at());
                history.add(List.of(change));
                // Whoever hands a change on does so until the call comes back.
                while (!survives(() -> routing.hand(List.of(change)))) {
                    clock.advance(Duration.ofSeconds(1));
                }
                work(2);
            }
            work(6);
            calm = true;
            for (int day = 0; day < 8 && !outbox.due(EVER, 1).isEmpty(); day++) {
                clock.advance(Duration.ofHours(25));
                work(3);
            }
            check();
            return faults.injected();
        }

        private void rule(String id) {
            settings.put(
                    Episodes.WORKSPACE,
                    new AlertRule(
                            id,
                            Optional.empty(),
                            Set.of(),
                            Threshold.ANY,
                            Optional.empty(),
                            Again.IF_DOUBLED,
                            true,
                            BOTH,
                            Optional.empty(),
                            Instant.EPOCH));
        }

        private void work(int rounds) {
            for (int i = 0; i < rounds; i++) {
                for (Work each : queue.take()) {
                    survives(() -> run(each)); // a message that failed is brought by the sweep
                }
                clock.advance(Duration.ofSeconds(61));
                survives(sweep::run);
            }
            for (Work each : queue.take()) {
                survives(() -> run(each));
            }
        }

        private void run(Work work) {
            switch (work.kind()) {
                case LOOK -> routing.look(work);
                case DELIVER -> deliveries.attempt(work);
            }
        }

        private static boolean survives(Runnable call) {
            try {
                call.run();
                return true;
            } catch (Faults.Crash | StoreException e) {
                return false;
            }
        }

        private void check() {
            List<Alert> alerts =
                    outbox.list(Episodes.WORKSPACE, Optional.empty(), Optional.empty(), 100);
            assertThat(alerts)
                    .as("seed %d", seed)
                    .extracting(alert -> alert.notice().type())
                    .containsExactly("episode.resolved", "episode.grew", "episode.open");
            for (Alert alert : alerts) {
                assertThat(outbox.deliveries(Episodes.WORKSPACE, alert.id()))
                        .as("seed %d", seed)
                        .hasSize(2)
                        .allMatch(delivery -> delivery.state() == Delivery.State.DELIVERED);
                for (Recipient to : BOTH) {
                    assertThat(received)
                            .as("seed %d", seed)
                            .containsKey(alert.id() + " " + to.key());
                }
            }
            assertThat(received).as("seed %d", seed).hasSize(6);
            assertThat(outbox.due(EVER, 10)).as("seed %d", seed).isEmpty();
        }
    }
}
