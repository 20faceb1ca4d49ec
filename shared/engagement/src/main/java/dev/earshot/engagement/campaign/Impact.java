package dev.earshot.engagement.campaign;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.Lift;
import dev.earshot.influence.impact.SyntheticControl;
import dev.earshot.influence.score.Constants;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many mentions there were beyond those to be expected: the brand against a weighted mean of
 * other brands that moved alike before ({@link SyntheticControl}). Intervals are at 90 %.
 *
 * @param from the first day that is judged
 * @param to the last, at most {@value Constants#LIFT_EFFECT_DAYS} days from the campaign's last
 * @param mentions in these days
 * @param expected without the campaign
 * @param extra the difference
 * @param extraLow lower end of its interval
 * @param extraHigh upper end
 * @param relative extra over expected: 0.3 is 30 % more
 * @param relativeLow lower end of its interval
 * @param relativeHigh upper end
 * @param placeboP the share of placebos (other brands, or earlier days) with an effect as large
 * @param placebos how many there were
 * @param comparedWith brands that were offered as controls
 */
public record Impact(
        LocalDate from,
        LocalDate to,
        double mentions,
        double expected,
        double extra,
        double extraLow,
        double extraHigh,
        double relative,
        double relativeLow,
        double relativeHigh,
        double placeboP,
        int placebos,
        List<String> comparedWith) {
    /** Of its intervals. */
    public static final double CONFIDENCE = 0.9;

    /** Twelve weeks to compare with. */
    static final int DAYS_BEFORE = 84;

    static Optional<Impact> of(CampaignEvidence evidence) {
        Campaign campaign = evidence.campaign();
        LocalDate earliest = campaign.from().minusDays(DAYS_BEFORE);
        LocalDate end = lastDay(evidence);
        // Days before anything was collected are no quiet days.
        LocalDate first = evidence.firstDay().orElse(campaign.from());
        LocalDate start = first.isAfter(earliest) ? first : earliest;
        if (end.isBefore(campaign.from()) || !start.isBefore(campaign.from())) {
            return Optional.empty();
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(start, end)) + 1;
        boolean[] after = new boolean[days];
        int before = Math.toIntExact(ChronoUnit.DAYS.between(start, campaign.from()));
        for (int d = before; d < days; d++) {
            after[d] = true;
        }
        Map<String, List<BrandDay>> controls = new TreeMap<>();
        for (String brand : evidence.controls()) {
            controls.put(brand, series(evidence, brand, start, days));
        }
        return SyntheticControl.estimate(
                        series(evidence, campaign.brandId(), start, days), after, controls)
                .map(lift -> of(lift, campaign.from(), end, evidence.controls()));
    }

    /** The last day that a campaign may touch and that is over. */
    static LocalDate lastDay(CampaignEvidence evidence) {
        LocalDate effect = evidence.campaign().to().plusDays(Constants.LIFT_EFFECT_DAYS - 1);
        LocalDate over = evidence.today().minusDays(1);
        return effect.isBefore(over) ? effect : over;
    }

    private static List<BrandDay> series(
            CampaignEvidence evidence, String brand, LocalDate start, int days) {
        Map<LocalDate, WindowCounts> counts = evidence.counts().getOrDefault(brand, Map.of());
        List<BrandDay> series = new ArrayList<>(days);
        for (int d = 0; d < days; d++) {
            WindowCounts day = counts.getOrDefault(start.plusDays(d), WindowCounts.NONE);
            series.add(new BrandDay(Math.max(0, day.posts()), 0, 0, 0));
        }
        return series;
    }

    private static Impact of(Lift lift, LocalDate from, LocalDate to, List<String> controls) {
        return new Impact(
                from,
                to,
                lift.mentions(),
                lift.expected(),
                lift.mentions() - lift.expected(),
                lift.mentions() - expectedAt(lift, lift.low()),
                lift.mentions() - expectedAt(lift, lift.high()),
                lift.relative(),
                Math.expm1(lift.low()),
                Math.expm1(lift.high()),
                lift.placeboP(),
                lift.placebos(),
                controls);
    }

    /** What was expected, if the log-lift is that. */
    private static double expectedAt(Lift lift, double log) {
        return Math.max(
                0,
                (lift.mentions() + Constants.LIFT_HALF_MENTION) / Math.exp(log)
                        - Constants.LIFT_HALF_MENTION);
    }
}
