package dev.earshot.wire.format;

import java.time.Instant;
import java.util.Optional;

/** What an X id encodes. Stateless. */
public final class XIds {
    /**
     * The first snowflake id, issued on 4 November 2010; ids below it are sequential. See
     * https://docs.x.com/resources/fundamentals/x-ids.
     */
    private static final long FIRST_SNOWFLAKE = 29_700_859_247L;

    private static final long EPOCH_MILLIS = 1_288_834_974_657L;

    private XIds() {}

    /** When a post was made, from its id: the upper 41 bits of a snowflake are milliseconds. */
    public static Optional<Instant> createdAt(String id) {
        if (!id.matches("[0-9]{11,19}")) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(id);
            return number < FIRST_SNOWFLAKE
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli((number >> 22) + EPOCH_MILLIS));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
