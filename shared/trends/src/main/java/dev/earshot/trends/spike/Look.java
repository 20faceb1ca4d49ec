package dev.earshot.trends.spike;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a series makes of buckets that may still change. It is a proposal: nothing is remembered of
 * it unless {@link Series#begin} takes it. Not changed once made.
 */
public final class Look {
    /** Nothing stands out. */
    static final Look NOTHING = new Look(0, Optional.empty(), null);

    private final double log;
    private final Optional<Spike> spike;
    private final @Nullable Watch watch;

    private Look(double log, Optional<Spike> spike, @Nullable Watch watch) {
        this.log = log;
        this.spike = spike;
        this.watch = watch;
    }

    /**
     * Looks with a copy of a series, which is thrown away.
     *
     * @param watch the copy's
     */
    static Look with(Watch watch, List<Glimpse> glimpses, Function<Glimpse, BucketVerdict> copy) {
        double log = 0;
        for (Glimpse glimpse : glimpses) {
            BucketVerdict verdict = copy.apply(glimpse);
            log = Math.log(verdict.evidence());
            if (verdict.alert()) {
                return new Look(log, verdict.change(), watch);
            }
        }
        return new Look(log, Optional.empty(), null);
    }

    /** Whether the series looks raised, though perhaps not enough for an alert. */
    public boolean leans() {
        return log >= Tail.REMEMBERED;
    }

    /** The episode that begins, if the evidence is overwhelming. */
    public Optional<Spike> spike() {
        return spike;
    }

    Watch watch() {
        if (watch == null) {
            throw new IllegalStateException("nothing begins here, so there is nothing to take");
        }
        return watch;
    }
}
