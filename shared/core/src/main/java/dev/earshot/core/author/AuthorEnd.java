package dev.earshot.core.author;

import java.time.Instant;

/**
 * Nothing of an author may be kept, from then on.
 *
 * @param at when the platform closed the account, or when the person's request was taken up
 * @param reason who asks for it: what a platform ended, a platform may restore
 */
public record AuthorEnd(ErasureMark author, Instant at, Reason reason) {
    /** Who asks for it. */
    public enum Reason {
        /** The account was deleted, suspended or closed to the public. */
        PLATFORM,
        /** The person asked for erasure. */
        REQUEST
    }
}
