package dev.earshot.deliveralerts;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.delivery.Signature;
import dev.earshot.alerts.message.MessageBody;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.AlertBus;
import dev.earshot.alerts.outbox.AlertTopic;
import dev.earshot.alerts.outbox.Sender;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.Recipient.ToBus;
import dev.earshot.alerts.rule.Recipient.ToTopic;
import dev.earshot.alerts.rule.Recipient.ToWebhook;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.core.store.StoreException;
import dev.earshot.wire.api.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes attempts: posts to webhooks, publishes to the topic, puts events on the bus. Thread-safe.
 */
final class RecipientSender implements Sender {
    private final AlertSettings settings;
    private final WebhookClient webhooks;
    private final AlertTopic topic;
    private final AlertBus bus;
    private final InstantSource clock;
    private final JsonWriter json = new JsonWriter();

    RecipientSender(
            AlertSettings settings,
            WebhookClient webhooks,
            AlertTopic topic,
            AlertBus bus,
            InstantSource clock) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.topic = topic;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public Answer send(Notice notice, Delivery delivery) {
        try {
            return switch (delivery.recipient()) {
                case ToWebhook(String id) -> post(notice, delivery, id);
                case ToTopic email -> {
                    topic.publish(
                            notice.title(),
                            MessageBody.text(notice, delivery.team()),
                            attributes(notice, delivery));
                    yield new Answer.Taken(200);
                }
                case ToBus events -> {
                    bus.put(
                            notice.type(),
                            notice.at(),
                            json.write(MessageBody.data(notice, delivery.team())));
                    yield new Answer.Taken(200);
                }
            };
        } catch (StoreException e) {
            return new Answer.NotTaken(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Answer post(Notice notice, Delivery delivery, String id) {
        Optional<Webhook> found = settings.webhook(notice.workspace(), id);
        if (found.isEmpty()) {
            return new Answer.Impossible("the webhook is no longer registered");
        }
        Webhook webhook = found.get();
        if (webhook.disabled().isPresent()) {
            return new Answer.Impossible("the webhook is disabled: " + webhook.disabled().get());
        }
        String body = json.write(MessageBody.of(webhook.form(), notice, delivery.team()));
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MessageBody.MAX_BYTES) {
            return new Answer.Impossible(
                    "the message has " + bytes + " bytes, more than " + MessageBody.MAX_BYTES);
        }
        Instant now = clock.instant();
        return webhooks.post(
                webhook.address(),
                Map.of(
                        "webhook-id",
                        notice.id(),
                        "webhook-timestamp",
                        String.valueOf(now.getEpochSecond()),
                        "webhook-signature",
                        Signature.of(webhook.signingAt(now), notice.id(), now, body)),
                body);
    }

    /** What subscribers of the topic filter by. */
    private static Map<String, String> attributes(Notice notice, Delivery delivery) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("workspace", notice.workspace().value());
        attributes.put("type", notice.type());
        notice.brand().ifPresent(brand -> attributes.put("brand", brand));
        delivery.team().ifPresent(team -> attributes.put("team", team));
        Optional.ofNullable(notice.facts().get("kind"))
                .ifPresent(kind -> attributes.put("kind", kind));
        return attributes;
    }
}
