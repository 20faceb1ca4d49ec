package dev.earshot.aws.table;

import java.time.Duration;
import java.time.Instant;

/**
 * How long each class of data is kept, in days.
 *
 * @param textDays raw texts and parked payloads; the bucket's lifecycle removes the objects
 * @param resultDays results of posts and files, and the tombstones of removed posts
 * @param countDays counts
 */
public record Retention(int textDays, int resultDays, int countDays) {
    private static final long COUNT_STEP = Duration.ofDays(30).toSeconds();

    /** As long as SQS keeps a message at most: nobody has longer to mend what was refused. */
    private static final int MOST_PARKED_DAYS = 14;

    public Retention {
        positive("textDays", textDays);
        positive("resultDays", resultDays);
        positive("countDays", countDays);
    }

    /** Texts 30 days, results 400, counts 800. */
    public static final Retention STANDARD = new Retention(30, 400, 800);

    public long textExpiry(Instant now) {
        return now.plus(Duration.ofDays(textDays)).getEpochSecond();
    }

    /** When a parked payload can't be opened any more: with texts, and after 14 days at most. */
    public long parkedExpiry(Instant now) {
        return now.plus(Duration.ofDays(Math.min(textDays, MOST_PARKED_DAYS))).getEpochSecond();
    }

    public long resultExpiry(Instant now) {
        return now.plus(Duration.ofDays(resultDays)).getEpochSecond();
    }

    /**
     * When counts written now expire, in steps of 30 days. A correction expires with the count that
     * it corrects; the steps keep the number of distinct expiry times, and so of items, small.
     */
    public long countExpiry(Instant now) {
        return roundUp(now.plus(Duration.ofDays(countDays)).getEpochSecond());
    }

    /** The latest expiry of anything written now about a brand's day. */
    public long dayExpiry(Instant now) {
        int days = Math.max(resultDays, countDays);
        return roundUp(now.plus(Duration.ofDays(days)).getEpochSecond());
    }

    public static long stepAfter(long expiry) {
        return expiry + COUNT_STEP;
    }

    private static long roundUp(long seconds) {
        return Math.ceilDiv(seconds, COUNT_STEP) * COUNT_STEP;
    }

    private static void positive(String field, int days) {
        if (days < 1) {
            throw new IllegalArgumentException(field + " must be 1 or more, got " + days);
        }
    }
}
