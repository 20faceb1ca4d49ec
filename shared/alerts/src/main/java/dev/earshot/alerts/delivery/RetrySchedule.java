package dev.earshot.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery is tried: at once, then after 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h
 * more, which is three days and three and a half hours in all. Stateless.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks 1.0</a>, which advises these
 */
public final class RetrySchedule {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private static final Duration LONGEST = Duration.ofHours(24);

    private RetrySchedule() {}

    /**
     * When the next attempt is due.
     *
     * @param made attempts so far, 1 or more
     * @param asked how long the receiver asked to wait; kept up to 24 hours, never shortening ours
     * @return empty if there is none any more
     */
    public static Optional<Instant> next(int made, Instant now, Optional<Duration> asked) {
        if (made >= WAITS.size()) {
            return Optional.empty();
        }
        Duration own = WAITS.get(made);
        Duration wait =
                asked.map(theirs -> theirs.compareTo(LONGEST) > 0 ? LONGEST : theirs)
                        .filter(theirs -> theirs.compareTo(own) > 0)
                        .orElse(own);
        return Optional.of(now.plus(wait));
    }
}
