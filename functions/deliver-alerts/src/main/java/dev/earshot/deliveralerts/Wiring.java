package dev.earshot.deliveralerts;

import dev.earshot.alerts.outbox.AlertRouting;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.outbox.Deliveries;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Sweep;
import dev.earshot.alerts.outbox.WorkQueue;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;

import java.time.InstantSource;

/** Puts both functions together, from top to bottom. */
final class Wiring {
    private Wiring() {}

    static InstantSource clock() {
        return InstantSource.system();
    }

    static AlertWork work(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        AlertSettings rules = services.alertSettings();
        Outbox outbox = services.outbox();
        Alerts alerts = new Alerts(outbox, services.alertQueue(), clock);
        RecipientSender sender =
                new RecipientSender(
                        rules,
                        new WebhookClient(services.hostGuard(), clock),
                        services.alertTopic(),
                        services.alertBus(),
                        clock);
        return new AlertWork(
                new AlertRouting(services.episodeHistory(), rules, outbox, alerts, clock),
                new Deliveries(outbox, rules, alerts, sender, clock));
    }

    static Sweep sweep(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        WorkQueue queue = services.alertQueue();
        return new Sweep(services.outbox(), queue, clock);
    }
}
