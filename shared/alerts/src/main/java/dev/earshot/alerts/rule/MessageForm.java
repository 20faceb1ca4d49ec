package dev.earshot.alerts.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a webhook understands. */
public enum MessageForm {
    /** {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks advises. */
    JSON,
    /** Blocks of Slack's incoming webhooks. */
    SLACK,
    /** An adaptive card for Teams' workflows. */
    TEAMS;

    /** The name used in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form with that key. */
    public static Optional<MessageForm> of(String key) {
        return Arrays.stream(values()).filter(form -> form.key().equals(key)).findFirst();
    }
}
