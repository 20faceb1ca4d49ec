package dev.earshot.engagement.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of whole days, UTC.
 *
 * @param name {@code before}, {@code during} or {@code after}
 * @param from its first day
 * @param to its last day
 */
public record Phase(String name, LocalDate from, LocalDate to) {
    /** Before and after are compared over at least a week, so that weekdays cancel out. */
    private static final int WEEK = 7;

    /** A season is enough to compare with. */
    private static final int MAX_DAYS = 92;

    /**
     * Before, during and after a campaign, as far as they are over: before and after are as long as
     * the campaign, 7 to 92 days, in whole weeks.
     *
     * @param today a day that is not over yet
     */
    static List<Phase> of(Campaign campaign, LocalDate today) {
        long weeks = (campaign.days() + WEEK - 1L) / WEEK;
        int length = Math.clamp(weeks * WEEK, WEEK, MAX_DAYS - 1);
        List<Phase> phases = new ArrayList<>();
        phases.add(
                new Phase(
                        "before", campaign.from().minusDays(length), campaign.from().minusDays(1)));
        add(phases, new Phase("during", campaign.from(), campaign.to()), today);
        add(
                phases,
                new Phase("after", campaign.to().plusDays(1), campaign.to().plusDays(length)),
                today);
        return phases;
    }

    private static void add(List<Phase> phases, Phase planned, LocalDate today) {
        if (planned.from.isBefore(today)) {
            phases.add(
                    planned.to.isBefore(today)
                            ? planned
                            : new Phase(planned.name, planned.from, today.minusDays(1)));
        }
    }

    /** How many days it has. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
