package dev.earshot.alerts.outbox;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.Recipient.ToWebhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Attempts deliveries. Thread-safe. */
public final class Deliveries {
    /** Longer than any attempt: after it, another may begin. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final AlertSettings settings;
    private final Alerts alerts;
    private final Sender sender;
    private final InstantSource clock;

    public Deliveries(
            Outbox outbox,
            AlertSettings settings,
            Alerts alerts,
            Sender sender,
            InstantSource clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.alerts = alerts;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Makes an attempt if it is due and nobody else is making it.
     *
     * @return how it ended; empty if none was made
     */
    public Optional<Answer> attempt(Work work) {
        return outbox.claim(work, LEASE).map(this::attempt);
    }

    private Answer attempt(Outbox.Claim claim) {
        Delivery delivery = claim.delivery();
        Instant begun = clock.instant();
        Answer answer =
                outbox.alert(delivery.workspace(), delivery.alert())
                        .map(alert -> sender.send(alert.notice(), delivery))
                        .orElseGet(() -> new Answer.Impossible("the alert has expired"));
        Instant ended = clock.instant();
        if (answer instanceof Answer.Gone && delivery.recipient() instanceof ToWebhook(String id)) {
            disable(delivery, id, ended);
        }
        Delivery after = delivery.after(answer, ended, Duration.between(begun, ended));
        if (outbox.finish(claim, after)) {
            after.due()
                    .ifPresent(
                            due ->
                                    alerts.hurry(
                                            List.of(Work.attempt(after)),
                                            Duration.between(ended, due)));
        }
        return answer;
    }

    private void disable(Delivery delivery, String id, Instant now) {
        settings.webhook(delivery.workspace(), id)
                .filter(webhook -> webhook.disabled().isEmpty())
                .ifPresent(
                        webhook ->
                                settings.put(
                                        delivery.workspace(),
                                        webhook.disabledBecause(
                                                "its receiver answered 410 (gone)", now)));
    }
}
