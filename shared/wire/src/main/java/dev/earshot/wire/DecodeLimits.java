package dev.earshot.wire;

/**
 * How much of a message is read.
 *
 * @param maxBodyLength longest body in UTF-16 units; a longer one is refused unread
 * @param maxRecords most posts, removals and refusals of one message; the rest is refused as one
 * @param maxDepth deepest nesting inside one message; a value below it spoils its own record only
 */
public record DecodeLimits(int maxBodyLength, int maxRecords, int maxDepth) {
    /**
     * For queues and requests: 1 Mi characters (SQS takes 1 MiB at most,
     * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html),
     * 100 posts, 128 levels (Reddit's reply trees reach 60).
     */
    public static final DecodeLimits MESSAGE = new DecodeLimits(1 << 20, 100, 128);

    /** For files on the user's own machine: 64 Mi characters and 100,000 records a document. */
    public static final DecodeLimits FILE = new DecodeLimits(64 << 20, 100_000, 128);

    /**
     * For a worker's imports: a line of 8 Mi characters and 10,000 records is more than any
     * platform's answer.
     */
    public static final DecodeLimits IMPORT = new DecodeLimits(8 << 20, 10_000, 128);

    public DecodeLimits {
        if (maxBodyLength < 1 || maxRecords < 1 || maxDepth < 8) {
            throw new IllegalArgumentException(
                    "limits must allow at least 1 character, 1 record and 8 levels, got "
                            + maxBodyLength
                            + ", "
                            + maxRecords
                            + ", "
                            + maxDepth);
        }
    }
}
