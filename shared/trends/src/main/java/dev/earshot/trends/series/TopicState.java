package dev.earshot.trends.series;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The topics of a brand between two buckets.
 *
 * @param memory as {@link dev.earshot.trends.topic.TopicWatch#encoded} gives it, in Base64
 * @param until end of the last bucket that was judged
 * @param unhanded since when changes are kept, but perhaps not handed on
 * @param version 1 for the first, one more with each write
 */
public record TopicState(String memory, Instant until, Optional<Instant> unhanded, long version) {
    /** The state with that memory. */
    public static TopicState of(
            byte[] memory, Instant until, Optional<Instant> unhanded, long version) {
        return new TopicState(Base64.getEncoder().encodeToString(memory), until, unhanded, version);
    }

    /** The memory as bytes. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(memory);
    }

    /** The next version, in which everything was handed on. */
    public TopicState handed() {
        return new TopicState(memory, until, Optional.empty(), version + 1);
    }
}
