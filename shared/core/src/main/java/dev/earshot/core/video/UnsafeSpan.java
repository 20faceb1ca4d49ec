package dev.earshot.core.video;

import dev.earshot.core.Checks;
import dev.earshot.core.picture.Safety;

/**
 * A span of a video beside which a brand should not appear; times in seconds.
 *
 * @param label as of {@link Safety}
 * @param score the highest in the span, in [0, 1]
 */
public record UnsafeSpan(String label, double start, double end, double score) {
    public UnsafeSpan {
        Checks.name("unsafe label", label, 32);
        Spans.check("unsafe span", start, end);
        Checks.inRange("unsafe score", score, 0, 1);
    }
}
