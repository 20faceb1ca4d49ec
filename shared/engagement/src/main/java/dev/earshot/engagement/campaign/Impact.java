package dev.earshot.engagement.campaign;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.Lift;
import dev.earshot.influence.impact.SyntheticControl;
import dev.earshot.influence.score.ImpactConstants;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many mentions there were beyond those to be expected: the brand against a weighted mean of
 * other brands that moved alike before ({@link SyntheticControl}), or where there are too few of
 * these, against its own days before ({@link OwnHistory}), which is weaker evidence. Intervals are
 * at 90 %.
 *
 * @param basis what it was compared with
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
 * @param comparedWith brands that were offered as controls; none for its own history
 */
public record Impact(
        Basis basis,
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
    /** What a brand's mentions are compared with. */
    public enum Basis {
        OTHER_BRANDS,
        OWN_HISTORY
    }

    /** Of its intervals. */
    public static final double CONFIDENCE = 0.9;

    /** Twelve weeks to compare with. */
    static final int DAYS_BEFORE = 84;

    /** A year of the brand's own days. */
    static final int OWN_DAYS_BEFORE = 364;

    static Optional<Impact> of(CampaignEvidence evidence) {
        Campaign campaign = evidence.campaign();
        LocalDate end = lastDay(evidence);
        if (end.isBefore(campaign.from())) {
            return Optional.empty();
        }
        return byOthers(evidence, end).or(() -> byOwnHistory(evidence, end));
    }

    /** The first day to compare with: days before anything was collected are no quiet days. */
    private static LocalDate start(CampaignEvidence evidence, int daysBefore) {
        LocalDate earliest = evidence.campaign().from().minusDays(daysBefore);
        LocalDate first = evidence.firstDay().orElse(evidence.campaign().from());
        return first.isAfter(earliest) ? first : earliest;
    }

    private static Optional<Impact> byOwnHistory(CampaignEvidence evidence, LocalDate end) {
        Campaign campaign = evidence.campaign();
        LocalDate start = start(evidence, OWN_DAYS_BEFORE);
        if (!start.isBefore(campaign.from())) {
            return Optional.empty();
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(start, end)) + 1;
        int judged = Math.toIntExact(ChronoUnit.DAYS.between(campaign.from(), end)) + 1;
        double[] mentions =
                series(evidence, campaign.brandId(), start, days).stream()
                        .mapToDouble(BrandDay::posts)
                        .toArray();
        return OwnHistory.of(mentions, judged)
                .map(
                        own ->
                                new Impact(
                                        Basis.OWN_HISTORY,
                                        campaign.from(),
                                        end,
                                        own.mentions(),
                                        own.expected(),
                                        own.mentions() - own.expected(),
                                        own.mentions() - own.expectedAt(own.low()),
                                        own.mentions() - own.expectedAt(own.high()),
                                        Math.expm1(own.log()),
                                        Math.expm1(own.low()),
                                        Math.expm1(own.high()),
                                        own.placeboP(),
                                        own.placebos(),
                                        List.of()));
    }

    private static Optional<Impact> byOthers(CampaignEvidence evidence, LocalDate end) {
        Campaign campaign = evidence.campaign();
        LocalDate start = start(evidence, DAYS_BEFORE);
        if (!start.isBefore(campaign.from())) {
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
        LocalDate effect = evidence.campaign().to().plusDays(ImpactConstants.LIFT_EFFECT_DAYS - 1);
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
                Basis.OTHER_BRANDS,
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
                (lift.mentions() + ImpactConstants.LIFT_HALF_MENTION) / Math.exp(log)
                        - ImpactConstants.LIFT_HALF_MENTION);
    }
}
