package dev.earshot.collect.feed;

import java.util.Optional;

/**
 * What a platform offers: one small class each. Immutable: it says what to ask and reads what is
 * answered, and never calls anything itself.
 */
public sealed interface Feed permits Listing, EventLog {
    /** The format of its records, as the attribute {@code source} names it. */
    String format();

    /** How it wants to be asked. */
    Access access();

    /** How many records an item holds at most: itself, and what is nested in it. */
    default int recordsOfItem() {
        return 1;
    }

    /** Why an answer of another status than 200 refuses, if its body says more than its status. */
    default Optional<Refusal> refusal(Answer answer) {
        return Optional.empty();
    }

    /** How much of a quota an answer says is left, if it tells that as a share. */
    default Optional<Usage> usage(Answer answer) {
        return Optional.empty();
    }

    /**
     * Reads an answer of status 200.
     *
     * @throws UnreadableException if it is not a whole page
     */
    Page read(Answer answer) throws UnreadableException;
}
