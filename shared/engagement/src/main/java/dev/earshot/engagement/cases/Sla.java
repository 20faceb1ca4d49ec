package dev.earshot.engagement.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One of a case's two clocks, as its log and the service hours tell it.
 *
 * @param target working time within which it should be done
 * @param due when it is due; empty while the clock stands still
 * @param done when it was done; empty while it is not
 * @param worked working time that it took; empty while it is not done
 * @param paused whether the clock stands still because the case waits for its customer
 */
public record Sla(
        Duration target,
        Optional<Instant> due,
        Optional<Instant> done,
        Optional<Duration> worked,
        boolean paused) {
    /** Whether it was done in time; empty while it is not done. */
    public Optional<Boolean> met() {
        return worked.map(time -> time.compareTo(target) <= 0);
    }

    /** Whether it is not done and should have been by then. */
    public boolean overdue(Instant now) {
        return done.isEmpty() && due.filter(now::isAfter).isPresent();
    }
}
