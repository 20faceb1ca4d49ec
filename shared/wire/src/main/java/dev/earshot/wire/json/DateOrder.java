package dev.earshot.wire.json;

import java.util.Locale;
import java.util.Optional;

/** Which of the first two numbers of a date such as {@code 03/04/2026} is the day. */
public enum DateOrder {
    DAY_FIRST("dmy"),
    MONTH_FIRST("mdy");

    private final String key;

    DateOrder(String key) {
        this.key = key;
    }

    /** The name that users write: {@code dmy} or {@code mdy}. */
    public String key() {
        return key;
    }

    /** The order of that name, in any case. */
    public static Optional<DateOrder> of(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT);
        for (DateOrder order : values()) {
            if (order.key.equals(wanted)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
