package dev.earshot.alerts.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * What one rule remembers of one episode.
 *
 * @param version of the last change that it has seen; 0 for none
 * @param toldAt when somebody was last told; empty if nobody was
 * @param held why something waits to be told
 * @param again whether what waits is a repetition
 * @param wake when the rule looks at the episode again, even if nothing changes; empty for never
 */
public record RuleMemory(
        long version, Optional<Instant> toldAt, Hold held, boolean again, Optional<Instant> wake) {
    /** Of an episode that is new to the rule. */
    public static final RuleMemory NONE =
            new RuleMemory(0, Optional.empty(), Hold.NOTHING, false, Optional.empty());

    /** What keeps a rule from telling. */
    public enum Hold {
        /** Nothing waits. */
        NOTHING,
        /** Quiet hours: it is told at their end, even if the episode is over by then. */
        QUIET,
        /** A silence: it is told at its end if the episode still goes on. */
        SILENCE
    }

    /** One line that {@link #read} reads; equal memories have equal lines. */
    public String written() {
        return String.join(
                " ",
                Long.toString(version),
                toldAt.map(Instant::toString).orElse("-"),
                held.name(),
                again ? "again" : "-",
                wake.map(Instant::toString).orElse("-"));
    }

    /** The memory that {@link #written} wrote. */
    public static RuleMemory read(String line) {
        String[] parts = line.split(" ", -1);
        return new RuleMemory(
                Long.parseLong(parts[0]),
                time(parts[1]),
                Hold.valueOf(parts[2]),
                parts[3].equals("again"),
                time(parts[4]));
    }

    private static Optional<Instant> time(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    RuleMemory seen(long newVersion) {
        return new RuleMemory(newVersion, toldAt, held, again, wake);
    }

    RuleMemory told(Instant at, Optional<Instant> next) {
        return new RuleMemory(version, Optional.of(at), Hold.NOTHING, false, next);
    }

    RuleMemory holding(Hold why, boolean repeats, Instant until) {
        return new RuleMemory(version, toldAt, why, repeats, Optional.of(until));
    }

    RuleMemory idle() {
        return new RuleMemory(version, toldAt, Hold.NOTHING, false, Optional.empty());
    }
}
