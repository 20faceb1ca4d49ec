package dev.earshot.engagement.predict;

import dev.earshot.core.text.Reading;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a post before anybody responds to it.
 *
 * @param account any key of the account that sends it
 * @param text empty where it is no longer kept
 * @param reading what the text encoder read; empty where it was not asked
 */
public record Planned(
        String account, Instant at, Optional<String> text, Form form, Optional<Reading> reading) {
    /** What a post carries beside its words. */
    public enum Form {
        TEXT,
        PICTURE,
        CLIP
    }

    Planned saying(String other, Reading read) {
        return new Planned(account, at, Optional.of(other), form, Optional.of(read));
    }

    Planned as(Form other) {
        return new Planned(account, at, text, other, reading);
    }
}
