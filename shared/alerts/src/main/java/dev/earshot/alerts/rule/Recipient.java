package dev.earshot.alerts.rule;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

/** Where an alert goes. */
public sealed interface Recipient {
    /** A registered webhook. */
    record ToWebhook(String id) implements Recipient {
        public ToWebhook {
            Checks.id("recipients", id);
        }
    }

    /** The SNS topic of alerts, which sends e-mail to those who subscribed. */
    record ToTopic() implements Recipient {}

    /** The EventBridge bus of alerts. */
    record ToBus() implements Recipient {}

    /** Its name in rules, keys and JSON: {@code webhook:<id>}, {@code email} or {@code events}. */
    default String key() {
        return switch (this) {
            case ToWebhook(String id) -> "webhook:" + id;
            case ToTopic topic -> "email";
            case ToBus bus -> "events";
        };
    }

    /**
     * The recipient with a key.
     *
     * @throws FieldException of the field {@code recipients} if there is none
     */
    static Recipient of(String key) {
        if (key.startsWith("webhook:")) {
            return new ToWebhook(key.substring("webhook:".length()));
        }
        return switch (key) {
            case "email" -> new ToTopic();
            case "events" -> new ToBus();
            default ->
                    throw new FieldException(
                            "recipients",
                            "must be webhook:<id>, email or events, got '"
                                    + key.substring(0, Math.min(80, key.length()))
                                    + "'");
        };
    }
}
