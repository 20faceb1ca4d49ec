package dev.earshot.engagement.predict;

import dev.earshot.core.Checks;

import java.time.Instant;

/**
 * A post of one account with what came of it.
 *
 * @param responses likes, reposts and replies together
 */
public record PastPost(Instant at, String text, double responses) {
    public PastPost {
        Checks.inRange("responses", responses, 0, 1e12);
    }

    /** What is predicted: log(1 + responses). */
    double target() {
        return Math.log1p(responses);
    }
}
