package dev.earshot.evaluation.trends;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.Glimpse;
import dev.earshot.trends.spike.Look;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What it costs and what it brings to look at buckets each minute before they are over: planted
 * series drawn minute by minute, judged with looks and without, as the function that watches the
 * brands does.
 */
public final class EarlyFindings {
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int BUCKET = MinuteLaw.BUCKET;
    private static final int DAY = 1_440;
    private static final int SPIKE = 120;
    private static final int HISTORY = 14 * DAY;
    private static final int WEEK = 7 * DAY;

    /** How long after the minute's end the schedule calls. */
    private static final Duration PHASE = Duration.ofSeconds(10);

    private EarlyFindings() {}

    /** Null keys and rises of three sizes, for each law. */
    public static List<Figure> of(int keys, int rises) {
        List<Figure> figures = new ArrayList<>();
        for (MinuteLaw law : MinuteLaw.values()) {
            boolean judged = law == MinuteLaw.EVEN || law == MinuteLaw.SPURTS;
            Figure looked = nulls(law, keys, true);
            figures.add(nulls(law, keys, false));
            figures.add(judged ? looked.atMost(10) : looked);
            for (int times : new int[] {4, 10, 30}) {
                figures.add(delay(law, rises, times, false));
                figures.add(delay(law, rises, times, true));
            }
        }
        return figures;
    }

    private static Figure nulls(MinuteLaw law, int keys, boolean looks) {
        double[] alerts = new double[keys];
        for (int key = 0; key < keys; key++) {
            alerts[key] = 1_000.0 * new Run(law, key, 1, looks).alerts(HISTORY + WEEK).size();
        }
        double mean = Arrays.stream(alerts).average().orElse(Double.NaN);
        double error = Math.sqrt(Math.max(mean, 1_000.0 / keys) * 1_000 / keys);
        return Figure.of(
                        "alerts of 1,000 keys that never rise in a week, " + way(looks),
                        keys,
                        "keys",
                        mean)
                .within(new Interval(Math.max(0, mean - 2 * error), mean + 2 * error))
                .on(law.words());
    }

    private static String way(boolean looks) {
        return looks ? "looked at each minute" : "buckets alone";
    }

    /** From the first minute of the rise to the call that tells it; those not found are last. */
    private static Figure delay(MinuteLaw law, int rises, int times, boolean looks) {
        List<Integer> delays = new ArrayList<>();
        for (int rise = 0; rise < rises; rise++) {
            var run = new Run(law, 50_000 + rise, times, looks);
            delays.add(
                    run.alerts(run.rise + SPIKE).stream()
                            .filter(minute -> minute >= run.rise)
                            .findFirst()
                            .map(minute -> minute - run.rise)
                            .orElse(SPIKE));
        }
        delays.sort(null);
        return Figure.of(
                        "  " + times + " times the posts: told after, median, " + way(looks),
                        rises,
                        "rises",
                        delays.get(rises / 2))
                .in("minutes")
                .on(law.words());
    }

    /** One series. */
    private static final class Run {
        private final int rise;
        private final int times;
        private final boolean looks;
        private final Law.Draw draw;
        private final SpikeFindings.Season season;
        private final CountSeries series = new CountSeries(BrandBuckets.BUCKET);
        private final List<Integer> alerts = new ArrayList<>();
        private final double[] buckets = new double[(HISTORY + WEEK) / BUCKET + 2];
        private int judged;

        Run(MinuteLaw law, int seed, int times, boolean looks) {
            var random = new Random(seed * 1_000_003L);
            this.times = times;
            this.looks = looks;
            this.season = new SpikeFindings.Season(random);
            this.rise = HISTORY + DAY + random.nextInt(5 * DAY);
            this.draw = law.draw(random);
        }

        /** Minutes at whose end somebody was told, after the history. */
        List<Integer> alerts(int minutes) {
            for (int minute = 0; minute < minutes; minute++) {
                boolean raised = times > 1 && minute >= rise && minute < rise + SPIKE;
                double mean = season.mean(minute / BUCKET) / BUCKET * (raised ? times : 1);
                buckets[minute / BUCKET] += draw.next(mean);
                if (minute < HISTORY && minute % BUCKET != 0) {
                    continue;
                }
                if (call(minute + 1) && minute >= HISTORY) {
                    alerts.add(minute + 1);
                }
            }
            return alerts;
        }

        private boolean call(int seen) {
            Instant now = time(seen).plus(PHASE);
            boolean alert = false;
            while (bucket(judged + 1).compareTo(BrandBuckets.settled(now)) <= 0) {
                alert |= series.add(bucket(judged), buckets[judged]).alert();
                judged++;
            }
            if (!looks || seen <= HISTORY) {
                return alert;
            }
            List<Glimpse> glimpses = new ArrayList<>();
            for (int b = judged; b * BUCKET < seen; b++) {
                double part = Math.min(1, (double) (seen - b * BUCKET) / BUCKET);
                glimpses.add(new Glimpse(bucket(b), part, buckets[b], buckets[b]));
            }
            Look look = series.look(glimpses);
            look.spike().ifPresent(spike -> series.begin(look));
            return alert || look.spike().isPresent();
        }

        private static Instant bucket(int number) {
            return time(number * BUCKET);
        }

        private static Instant time(int minute) {
            return BEGIN.plus(Duration.ofMinutes(minute));
        }
    }
}
