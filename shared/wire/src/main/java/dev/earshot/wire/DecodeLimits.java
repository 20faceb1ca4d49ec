package dev.earshot.wire;

/**
 * Limits on what is read of a message.
 *
 * @param maxBodyLength maximum body length in UTF-16 units; a longer body is rejected unread
 * @param maxRecords maximum posts, removals and rejections per message; the rest is rejected as one
 * @param maxDepth maximum nesting depth; a deeper value rejects only its own record
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
