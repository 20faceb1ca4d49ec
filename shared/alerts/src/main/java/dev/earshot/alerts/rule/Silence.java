package dev.earshot.alerts.rule;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.TrendKind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A time in which episodes are told to nobody, because somebody said so. An episode that outlasts
 * the silence is told at its end.
 *
 * @param brand whose episodes; empty for all
 * @param kinds of episode; empty for all
 * @param episode only this one; empty for all
 * @param owner who answers for it
 * @param reason why, for those who wonder where the alerts are
 * @param from its first moment
 * @param until its end, at most 90 days later
 */
public record Silence(
        String id,
        Optional<String> brand,
        Set<TrendKind> kinds,
        Optional<String> episode,
        String owner,
        String reason,
        Instant from,
        Instant until) {
    private static final Duration LONGEST = Duration.ofDays(90);

    public Silence {
        Checks.id("id", id);
        kinds = Set.copyOf(kinds);
        Checks.name("owner", owner, 100);
        Checks.name("reason", reason, 300);
        if (until.isBefore(from)) {
            throw new FieldException("until", "must not lie before " + from + ", got " + until);
        }
        if (until.isAfter(from.plus(LONGEST))) {
            throw new FieldException(
                    "until", "must lie at most 90 days after " + from + ", got " + until);
        }
    }

    /** Whether it silences an episode at a time. */
    public boolean covers(Episode about, Instant at) {
        return !at.isBefore(from)
                && at.isBefore(until)
                && brand.map(about.brand()::equals).orElse(true)
                && (kinds.isEmpty() || kinds.contains(about.kind()))
                && episode.map(about.id()::equals).orElse(true);
    }

    /** The same silence, ended at a time unless it had ended before. */
    public Silence endedAt(Instant time) {
        Instant end = time.isBefore(from) ? from : time;
        return end.isBefore(until)
                ? new Silence(id, brand, kinds, episode, owner, reason, from, end)
                : this;
    }
}
