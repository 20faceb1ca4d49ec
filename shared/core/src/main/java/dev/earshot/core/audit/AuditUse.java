package dev.earshot.core.audit;

import dev.earshot.core.Checks;
import dev.earshot.core.Digests;

import java.time.Instant;

/**
 * A use of a special right: to resolve pseudonyms, to see originals, to read receipts and copies.
 *
 * @param at in milliseconds' resolution
 * @param caller as far as the API knows: a digest of the key, or a token's subject
 * @param action what was done, such as {@code resolve}
 * @param subject whom or what it was about, as a digest that names nobody
 * @param purpose in the caller's words; empty where none is asked for
 * @param granted whether it was answered, or whether the account had the pseudonym
 */
public record AuditUse(
        Instant at, String caller, String action, String subject, String purpose, boolean granted) {
    private static final int DIGITS = 24;

    public AuditUse {
        Checks.name("action", action, 64);
        if (!subject.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException(
                    "subject must be a digest of 24 hexadecimal digits, got one of length "
                            + subject.length());
        }
    }

    /** The digest of a thing that is no person, such as a file's key. */
    public static String digest(String thing) {
        return Digests.sha256("thing\0" + thing).substring(0, DIGITS);
    }
}
