package dev.earshot.influence.profile;

import dev.earshot.core.Checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a creator beside the score. It changes no score. Immutable.
 *
 * @param growth followers by week, oldest first, at most {@value #MOST_WEEKS}; a week in which
 *     nobody saw them is missing
 * @param people distinct people behind the responses that count, copies, circles and accounts made
 *     for sale taken out
 * @param responders languages and hours of those who respond; empty for fewer than {@value
 *     Cells#LEAST}
 * @param suspicion the responses that look traded, copied or bought
 * @param partnerships brands that the creator's posts advertise, the latest first
 */
public record CreatorProfile(
        List<Growth> growth,
        double people,
        Optional<Responders> responders,
        Suspicion suspicion,
        List<Partnership> partnerships) {
    /** A year. */
    public static final int MOST_WEEKS = 52;

    public static final int DAYS_A_WEEK = 7;

    public CreatorProfile {
        Checks.inRange("people", people, 0, Double.MAX_VALUE);
        growth = List.copyOf(growth);
        partnerships = List.copyOf(partnerships);
    }

    /**
     * Followers as stated.
     *
     * @param day of the week's last sighting
     */
    public record Growth(LocalDate day, long followers) {}
}
