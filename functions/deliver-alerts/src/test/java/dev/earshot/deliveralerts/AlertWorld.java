package dev.earshot.deliveralerts;

import dev.earshot.alerts.outbox.AlertRouting;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.outbox.Deliveries;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Sweep;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.MessageForm;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.alerts.rule.WebhookSecret;
import dev.earshot.core.Outcome;
import dev.earshot.core.net.HostGuard;
import dev.earshot.testkit.Episodes;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.store.InMemoryAlertSettings;
import dev.earshot.testkit.store.InMemoryEpisodeHistory;
import dev.earshot.testkit.store.InMemoryOutbox;
import dev.earshot.testkit.store.InMemoryWorkQueue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both functions over stores in memory, at a time that tests choose. */
final class AlertWorld implements AutoCloseable {
    static final WebhookSecret SECRET = WebhookSecret.of(new byte[32]);

    final SettableClock clock = new SettableClock(Episodes.NOON);
    final InMemoryEpisodeHistory history = new InMemoryEpisodeHistory();
    final InMemoryAlertSettings settings = new InMemoryAlertSettings();
    final InMemoryWorkQueue queue = new InMemoryWorkQueue();
    final InMemoryOutbox store = new InMemoryOutbox(clock);
    final List<String> events = new ArrayList<>();
    final List<String> mails = new ArrayList<>();
    final AlertRouting routing;
    final AlertWork work;
    final Sweep sweep;
    private final WebhookClient client;

    AlertWorld() {
        this(Duration.ofSeconds(20));
    }

    AlertWorld(Duration total) {
        // Receivers compare the time of a signature with their own clock.
        InstantSource now = InstantSource.system();
        client = new WebhookClient(HostGuard.ofThisMachine(Set.of("localhost")), now, total);
        Outbox outbox = store;
        Alerts alerts = new Alerts(outbox, queue, clock);
        RecipientSender sender =
                new RecipientSender(
                        settings,
                        client,
                        (subject, message, attributes) -> mails.add(subject + " " + attributes),
                        (type, at, detail) -> events.add(type + " " + detail),
                        now);
        routing = new AlertRouting(history, settings, outbox, alerts, clock);
        work = new AlertWork(routing, new Deliveries(outbox, settings, alerts, sender, clock));
        sweep = new Sweep(outbox, queue, clock);
    }

    /** A rule that tells of any rise, doubling and end. */
    static AlertRule rule(String id, Recipient... recipients) {
        return new AlertRule(
                id,
                Optional.empty(),
                Set.of(),
                Threshold.ANY,
                Optional.empty(),
                Again.IF_DOUBLED,
                true,
                List.of(recipients),
                Optional.empty(),
                Instant.EPOCH);
    }

    Recipient webhook(String id, URI address) {
        settings.put(
                Episodes.WORKSPACE,
                new Webhook(
                        id,
                        address,
                        MessageForm.JSON,
                        List.of(SECRET),
                        Optional.empty(),
                        Episodes.NOON));
        return new Recipient.ToWebhook(id);
    }

    /** Does all that waits on the queue now, and what that sends; returns how much. */
    int runQueue() {
        int done = 0;
        for (List<Work> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
            for (Work each : batch) {
                Outcome outcome = work.run(each.written(), line -> {});
                if (outcome instanceof Outcome.Retry(Throwable cause)) {
                    throw new AssertionError("work must be done", cause);
                }
                done++;
            }
        }
        return done;
    }

    /** Sweeps every so often until nothing is due any more within a week. */
    void runAWeek(Duration step) {
        Instant end = clock.instant().plus(Duration.ofDays(7));
        while (clock.instant().isBefore(end)) {
            runQueue();
            List<Work> waiting = store.due(end, 1);
            if (waiting.isEmpty()) {
                return;
            }
            Instant next = waiting.getFirst().due().plus(step);
            clock.set(next.isAfter(clock.instant()) ? next : clock.instant().plus(step));
            sweep.run();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
