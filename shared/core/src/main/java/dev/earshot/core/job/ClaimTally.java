package dev.earshot.core.job;

import dev.earshot.core.Checks;

/**
 * What a claim has changed so far.
 *
 * @param gained posts that are about the brand now and were not
 * @param lost posts that were about the brand and are not
 * @param unread posts about the brand and about others, of which no model has read what they say of
 *     this one: they count without a verdict until newer models read them
 * @param own posts that turned out to be by the brand's own accounts, or no longer
 */
public record ClaimTally(long gained, long lost, long unread, long own) {
    /** Nothing changed yet. */
    public static final ClaimTally NONE = new ClaimTally(0, 0, 0, 0);

    public ClaimTally {
        Checks.notNegative("gained", gained);
        Checks.notNegative("lost", lost);
        Checks.notNegative("unread", unread);
        Checks.notNegative("own", own);
    }

    /** Both together. */
    public ClaimTally plus(ClaimTally more) {
        return new ClaimTally(
                gained + more.gained, lost + more.lost, unread + more.unread, own + more.own);
    }
}
