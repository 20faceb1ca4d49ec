package dev.earshot.collect.feed;

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

    /**
     * Reads an answer of status 200.
     *
     * @throws UnreadableException if it is not a whole page
     */
    Page read(Answer answer) throws UnreadableException;
}
