package dev.earshot.trends.spike;

import java.time.Instant;

/**
 * What has come so far of a bucket that is not over, or so young that posts of it are on their way.
 *
 * @param start its beginning
 * @param part of it that has passed, more than 0, at most 1
 * @param count posts so far; for a share, those with the property
 * @param posts of the brand so far
 */
public record Glimpse(Instant start, double part, double count, double posts) {
    public Glimpse {
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException("part must lie in (0, 1], got " + part);
        }
    }
}
