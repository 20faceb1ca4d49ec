package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;

/**
 * A record that could not be processed, kept with its reason so that nothing is lost.
 *
 * @param id the same for the same record of the same message, so that parking it twice keeps one
 * @param source where it came from, for instance {@code sqs}, {@code http}, {@code s3}
 * @param path where in the message the fault is
 * @param reason what is wrong and how to mend it
 * @param payload the record as it came; kept in S3, not in the table
 */
public record Parked(
        String id,
        WorkspaceId workspace,
        String source,
        String path,
        String reason,
        Instant parkedAt,
        String payload) {}
