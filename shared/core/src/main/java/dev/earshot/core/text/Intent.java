package dev.earshot.core.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an author wants from a brand. */
public enum Intent {
    COMPLAINT,
    QUESTION,
    PRAISE,
    PURCHASE_INTENT,
    FEATURE_REQUEST,
    CHURN_RISK,
    SAFETY_OR_LEGAL,
    SPAM,
    OTHER;

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The intent of that key. */
    public static Optional<Intent> of(String key) {
        return Arrays.stream(values()).filter(intent -> intent.key().equals(key)).findFirst();
    }
}
