package dev.earshot.trends.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.trends.episode.EpisodeState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

final class CountSeriesTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAY = 288;

    @Test
    void add_fourTimesThePostsForTwoHours_isOneEpisodeFoundInThreeBuckets() {
        int begin = 9 * DAY + 100;
        List<BucketVerdict> verdicts = run(counts(11 * DAY, begin, begin + 24, 1), 0);

        List<Integer> alerts = alerts(verdicts);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst()).isBetween(begin, begin + 2);
        assertThat(changes(verdicts))
                .extracting(Spike::state)
                .containsExactly(EpisodeState.OPEN, EpisodeState.RESOLVED);
        Spike over = changes(verdicts).getLast();
        assertThat(over.interval().covers(4)).as("%s", over).isTrue();
        assertThat(Duration.between(over.start(), over.end().orElseThrow()))
                .isBetween(Duration.ofMinutes(110), Duration.ofMinutes(135));
    }

    @Test
    void add_usualWeeks_tellNobody() {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(alerts(run(counts(14 * DAY, 0, 0, seed), 0))).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void missing_buckets_teachNothingAndEndNothing() {
        var gap = new CountSeries(FIVE_MINUTES);
        List<Double> counts = counts(9 * DAY, 0, 0, 3);
        for (int i = 0; i < counts.size(); i++) {
            gap.add(time(i), counts.get(i));
        }
        double level = gap.level();

        for (int i = 0; i < 3 * DAY; i++) {
            BucketVerdict verdict = gap.missing(time(counts.size() + i));
            assertThat(verdict.count()).isEmpty();
            assertThat(verdict.alert()).isFalse();
        }

        assertThat(gap.level()).isEqualTo(level);
    }

    @Test
    void add_aDayOfZerosInABusySeries_isTakenForAGapAndItsEndForNoSpike() {
        List<Double> counts = new ArrayList<>(counts(12 * DAY, 0, 0, 4));
        for (int i = 9 * DAY; i < 10 * DAY; i++) {
            counts.set(i, 0.0);
        }

        assertThat(alerts(run(counts, 0))).isEmpty();
    }

    @Test
    void encoded_inTheMiddleOfAnEpisode_goesOnAsIfNothingHappened() {
        List<Double> counts = counts(10 * DAY, 9 * DAY + 50, 9 * DAY + 74, 5);

        List<BucketVerdict> broken = run(counts, 7);

        assertThat(broken).isEqualTo(run(counts, 0));
        assertThat(alerts(broken)).isNotEmpty();
    }

    @Test
    void encoded_item_isLessThanTwoKilobytesAndRefusesAnotherVersion() {
        byte[] encoded = new CountSeries(FIVE_MINUTES).encoded();

        assertThat(encoded).hasSizeLessThan(2_048);
        encoded[0] = 9;
        assertThatThrownBy(() -> Series.decode(encoded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series must be of version 1, got 9");
    }

    @Test
    void add_bucketThatIsNotLater_isRefused() {
        var series = new CountSeries(FIVE_MINUTES);
        series.add(MONDAY, 3);

        assertThatThrownBy(() -> series.add(MONDAY, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("start must lie after 2026-03-02T00:00:00Z");
    }

    /** Negative binomial counts with a day and a week, 20 a bucket on average, and a rise. */
    static List<Double> counts(int buckets, int riseFrom, int riseTo, long seed) {
        var random = new Random(seed);
        List<Double> counts = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            double day = 1 + 0.5 * Math.sin(2 * Math.PI * i / DAY);
            double week = i / DAY % 7 >= 5 ? 0.7 : 1;
            double mean = 20 * day * week * (i >= riseFrom && i < riseTo ? 4 : 1);
            // Eight exponential variables make a gamma variable of shape 8.
            double gamma =
                    Stream.generate(() -> -Math.log(1 - random.nextDouble()))
                            .limit(8)
                            .mapToDouble(x -> x)
                            .sum();
            counts.add((double) poisson(mean * gamma / 8, random));
        }
        return counts;
    }

    private static int poisson(double mean, Random random) {
        int count = 0;
        for (double t = -Math.log(1 - random.nextDouble());
                t < mean;
                t -= Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }

    private static List<BucketVerdict> run(List<Double> counts, int encodeEvery) {
        var series = new CountSeries(FIVE_MINUTES);
        List<BucketVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            if (encodeEvery > 0 && i % encodeEvery == 0) {
                series = (CountSeries) Series.decode(series.encoded());
            }
            verdicts.add(series.add(time(i), counts.get(i)));
        }
        return verdicts;
    }

    private static Instant time(int bucket) {
        return MONDAY.plus(FIVE_MINUTES.multipliedBy(bucket));
    }

    private static List<Integer> alerts(List<BucketVerdict> verdicts) {
        List<Integer> alerts = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).alert()) {
                alerts.add(i);
            }
        }
        return alerts;
    }

    private static List<Spike> changes(List<BucketVerdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> verdict.change().stream()).toList();
    }
}
