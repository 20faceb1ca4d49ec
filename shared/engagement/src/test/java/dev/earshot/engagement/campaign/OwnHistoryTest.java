package dev.earshot.engagement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Random;

final class OwnHistoryTest {
    private static final int YEAR = 364;

    @Test
    void of_quietDays_byHand() {
        double[] days = new double[40];
        Arrays.fill(days, 10);
        Arrays.fill(days, 37, 40, 20);

        OwnHistory found = OwnHistory.of(days, 3).orElseThrow();

        assertThat(found.mentions()).isEqualTo(60);
        assertThat(found.expected()).isEqualTo(30);
        assertThat(found.log()).isCloseTo(Math.log(60.5 / 30.5), within(1e-12));
        // Every placebo is nought: days 28 to 34 begin seven windows.
        assertThat(found.placebos()).isEqualTo(7);
        assertThat(found.placeboP()).isCloseTo(1 / 8.0, within(1e-12));
        assertThat(found.low()).isEqualTo(found.high());
    }

    @Test
    void of_aPastTooShortOrTooQuiet_isNothing() {
        double[] days = new double[36];
        Arrays.fill(days, 10);

        assertThat(OwnHistory.of(days, 3)).isEmpty();
        assertThat(OwnHistory.of(new double[100], 10)).isEmpty();
        assertThat(OwnHistory.of(days, 0)).isEmpty();
    }

    @Test
    void student_knownQuantiles_agree() {
        assertThat(OwnHistory.student(3)).isCloseTo(2.353, within(0.01));
        assertThat(OwnHistory.student(10)).isCloseTo(1.812, within(0.001));
        assertThat(OwnHistory.student(30)).isCloseTo(1.697, within(0.001));
    }

    /** Laws of days on which nothing happens; the last was never looked at while it was made. */
    @ParameterizedTest
    @CsvSource({"plain", "overdispersed", "drifting", "growing", "bursts", "dayOfMonth"})
    void of_daysWithoutACampaign_holdsNoughtInMostRuns(String law) {
        int held = 0;
        for (int run = 0; run < 200; run++) {
            OwnHistory found =
                    OwnHistory.of(days(law, new Random(1_000 + run), YEAR + 20), 20).orElseThrow();
            held += found.low() <= 0 && found.high() >= 0 ? 1 : 0;
        }

        assertThat(held).as(law).isBetween(168, 200);
    }

    @ParameterizedTest
    @CsvSource({"plain, 190", "overdispersed, 130", "drifting, 110", "growing, 180", "bursts, 110"})
    void of_aCampaignThatDoublesMentions_isFound(String law, int atLeast) {
        int found = 0;
        int right = 0;
        for (int run = 0; run < 200; run++) {
            var random = new Random(2_000 + run);
            double[] days = days(law, random, YEAR + 20);
            double usual = Arrays.stream(days).average().orElseThrow();
            for (int d = YEAR; d < days.length; d++) {
                days[d] += poisson(usual, random);
            }
            OwnHistory lift = OwnHistory.of(days, 20).orElseThrow();
            found += lift.low() > 0 ? 1 : 0;
            right += lift.log() > 0 ? 1 : 0;
        }

        assertThat(found).as(law).isGreaterThanOrEqualTo(atLeast);
        assertThat(right).as(law).isGreaterThanOrEqualTo(185);
    }

    private static double[] days(String law, Random random, int count) {
        double[] days = new double[count];
        double level = 0;
        double burst = 0;
        for (int d = 0; d < count; d++) {
            double mean = 20 * (1 + 0.3 * Math.sin(2 * Math.PI * d / 7));
            level = 0.97 * level + 0.08 * random.nextGaussian();
            burst = 0.6 * burst;
            if (random.nextDouble() < 0.02) {
                burst += Math.pow(1 - random.nextDouble(), -1 / 1.5);
            }
            double factor =
                    switch (law) {
                        case "overdispersed" ->
                                -0.5 * Math.log(random.nextDouble() * random.nextDouble());
                        case "drifting" -> Math.exp(level);
                        case "growing" -> Math.exp(0.004 * d);
                        case "bursts" -> 1 + burst;
                        case "dayOfMonth" -> d % 30 < 3 ? 3 : 0.8;
                        default -> 1;
                    };
            days[d] = poisson(mean * factor, random);
        }
        return days;
    }

    /** By inversion for small means, by a normal law with the same moments for large ones. */
    private static double poisson(double mean, Random random) {
        if (mean > 200) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
