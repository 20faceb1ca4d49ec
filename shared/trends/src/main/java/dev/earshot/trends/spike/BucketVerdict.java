package dev.earshot.trends.spike;

import java.time.Instant;
import java.util.Optional;

/**
 * What was decided about one bucket when it was over, with what was known then.
 *
 * @param time beginning of the bucket
 * @param count its posts, or for a share those with the property; empty if nothing is known of it
 * @param expected how many were expected, more than 0
 * @param evidence the e-value that the series has begun to rise, 0 or more, at most 1e300
 * @param alert whether somebody is told because of it: an episode began or grew
 * @param change the episode as it is from then on, if it began, grew or ended
 */
public record BucketVerdict(
        Instant time,
        Optional<Double> count,
        double expected,
        double evidence,
        BucketState state,
        boolean alert,
        Optional<Spike> change) {}
