package dev.earshot.wire.api.brand;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A brand's counts over time, without gaps.
 *
 * @param brand its id
 * @param from inclusive
 * @param to exclusive
 * @param bucket {@code minute}, {@code hour} or {@code day}
 * @param points ascending, one a bucket
 */
public record TimelineView(
        String brand, Instant from, Instant to, String bucket, List<Point> points) {
    public TimelineView {
        points = List.copyOf(points);
    }

    /**
     * The posts of one bucket. Maps keep their order.
     *
     * @param start when the bucket begins
     * @param own posts of the brand's own accounts, which are not among {@code posts}
     * @param sentiment by label
     * @param forReview posts that a person should look at
     */
    public record Point(
            Instant start,
            long posts,
            long own,
            Map<String, Long> sentiment,
            Map<String, Long> emotion,
            Map<String, Long> intent,
            long ironic,
            long forReview) {
        public Point {
            sentiment = ordered(sentiment);
            emotion = ordered(emotion);
            intent = ordered(intent);
        }

        private static Map<String, Long> ordered(Map<String, Long> counts) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }
    }
}
