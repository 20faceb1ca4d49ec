package dev.earshot.evaluation.trends;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.ShareSeries;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The detector on planted series, of which it is known when they rise. */
public final class SpikeFindings {
    private static final Duration BUCKET = Duration.ofMinutes(5);
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAY = 288;
    private static final int SPIKE = 24;
    private static final int RISE = 4;

    private SpikeFindings() {}

    /** What one world of keys gave. */
    private record World(int falseAlerts, int found, int planted, List<Integer> delays) {}

    /**
     * Null keys, and one key in twenty that rises, for each law.
     *
     * @param keys in a world, a multiple of 20
     */
    public static List<Figure> counts(int seeds, int keys) {
        List<Figure> figures = new ArrayList<>();
        for (Law law : Law.values()) {
            boolean judged = law == Law.NEGATIVE_BINOMIAL;
            figures.add(nulls(law, seeds, keys, 14, judged));
            if (judged) {
                figures.add(nulls(law, seeds, keys, 0, false));
            }
            figures.addAll(planted(law, seeds, keys, judged));
        }
        return figures;
    }

    private static Figure nulls(Law law, int seeds, int keys, int history, boolean judged) {
        double[] alerts = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            World world = world(law, seed, keys, history, 0);
            alerts[seed] = 1_000.0 * world.falseAlerts() / keys;
        }
        String name =
                history > 0
                        ? "alerts of 1,000 keys that never rise, 7 days after " + history
                        : "  likewise on their very first 7 days";
        Figure figure =
                Figure.of(name, seeds * keys, "keys", mean(alerts))
                        .within(Interval.ofDraws(alerts))
                        .on(law.words());
        return judged ? figure.atMost(10) : figure;
    }

    private static List<Figure> planted(Law law, int seeds, int keys, boolean judged) {
        int found = 0;
        int planted = 0;
        double[] falseShares = new double[seeds];
        List<Integer> delays = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            World world = world(law, 100 + seed, keys, 14, keys / 20);
            found += world.found();
            planted += world.planted();
            falseShares[seed] =
                    (double) world.falseAlerts() / Math.max(1, world.falseAlerts() + world.found());
            delays.addAll(world.delays());
        }
        delays.sort(null);
        double delay = delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2);
        Figure power =
                Figure.share("  power: 4 times the posts for 2 h", found, planted, "rises")
                        .on(law.words());
        Figure wrong =
                Figure.of("  false discovery proportion", seeds, "worlds", mean(falseShares))
                        .within(Interval.ofDraws(falseShares))
                        .on(law.words());
        Figure late =
                Figure.of("  median delay", delays.size(), "found", delay)
                        .in("buckets")
                        .on(law.words());
        return judged
                ? List.of(power.atLeast(0.9), wrong.atMost(0.1), late.atMost(2))
                : List.of(power, wrong, late);
    }

    /** Means from 1 to 100 a bucket, a day and a week; rises begin on days 1 to 6. */
    private static World world(Law law, long seed, int keys, int history, int rising) {
        int falseAlerts = 0;
        int found = 0;
        List<Integer> delays = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            var random = new Random(seed * 1_000_003 + key);
            boolean planted = key < rising;
            int rise = (history + 1) * DAY + random.nextInt(5 * DAY);
            var season = new Season(random);
            Law.Draw draw = law.draw(random);
            var series = new CountSeries(BUCKET);
            int first = -1;
            for (int i = 0; i < (history + 7) * DAY; i++) {
                boolean raised = planted && i >= rise && i < rise + SPIKE;
                double count = draw.next(season.mean(i) * (raised ? RISE : 1));
                BucketVerdict verdict = series.add(time(i), count);
                if (verdict.alert() && i >= history * DAY) {
                    if (!planted || i < rise || i >= rise + 2 * SPIKE) {
                        falseAlerts++;
                    } else if (first < 0) {
                        first = i - rise;
                    }
                }
            }
            if (first >= 0) {
                found++;
                delays.add(first);
            }
        }
        return new World(falseAlerts, found, rising, delays);
    }

    /** A brand's own day and week. */
    static final class Season {
        private final double level;
        private final double amplitude;
        private final double phase;
        private final double weekend;

        Season(Random random) {
            level = Math.pow(100, random.nextDouble());
            amplitude = 0.2 + 0.5 * random.nextDouble();
            phase = 2 * Math.PI * random.nextDouble();
            weekend = 0.6 + 0.4 * random.nextDouble();
        }

        double mean(int bucket) {
            double day = 1 + amplitude * Math.sin(2 * Math.PI * bucket / DAY + phase);
            return level * day * (bucket / DAY % 7 >= 5 ? weekend : 1);
        }
    }

    /** The share of complaints rises, or many happy posts come. */
    public static List<Figure> shares(int series) {
        int found = 0;
        int burst = 0;
        int quiet = 0;
        for (int s = 0; s < series; s++) {
            found += alerted(s, 0.35, 1, 3) ? 1 : 0;
            burst += alerted(10_000 + s, 0.02, 12, 12) ? 1 : 0;
            quiet += alerted(20_000 + s, 0.1, 1, 7 * DAY) ? 1 : 0;
        }
        return List.of(
                Figure.share("complaint share 10 % to 35 %, found in 3 buckets", found, series, "")
                        .on("beta-binomial, 20 posts a bucket")
                        // P(Bin(60, .35) >= 19), where P(Bin(60, .1) >= 19) * 2,016 is .007; and
                        // of 17 or more, where that is .11.
                        .beside(
                                "the best test of these 60 posts, wrong 7 times in 1,000 weeks:"
                                        + " .75; wrong once in 9 weeks: .89")
                        .atLeast(0.9),
                Figure.share("  alerts on happy bursts of 12 times the posts", burst, series, "")
                        .on("likewise")
                        .atMost(0),
                Figure.share("  series with an alert in 7 usual days", quiet, series, "")
                        .on("likewise"));
    }

    private static boolean alerted(long seed, double share, int times, int buckets) {
        var random = new Random(seed);
        var series = new ShareSeries(BUCKET);
        int begin = 7 * DAY;
        for (int i = 0; i < begin + buckets; i++) {
            boolean changed = i >= begin;
            double posts = Law.poisson(changed ? 20.0 * times : 20, random);
            // The share scatters from bucket to bucket as topics come and go.
            double p = (changed ? share : 0.1) * Math.exp(0.2 * random.nextGaussian());
            double hits = 0;
            for (int post = 0; post < posts; post++) {
                hits += random.nextDouble() < p ? 1 : 0;
            }
            if (series.add(time(i), hits, posts).alert() && changed) {
                return true;
            }
        }
        return false;
    }

    /** How long a bucket of a key takes, and how large the key's memory is. */
    public static List<Figure> cost() {
        var series = new CountSeries(BUCKET);
        var random = new Random(5);
        for (int i = 0; i < 30 * DAY; i++) {
            series.add(time(i), Law.poisson(20, random));
        }
        int keys = 20_000;
        long started = System.nanoTime();
        for (int key = 0; key < keys; key++) {
            var loaded = (CountSeries) dev.earshot.trends.spike.Series.decode(series.encoded());
            loaded.add(time(30 * DAY), 21);
        }
        double micros = (System.nanoTime() - started) / 1e3 / keys;
        return List.of(
                Figure.of("memory of a series", 1, "", series.encoded().length)
                        .in("bytes")
                        .aimedAt("< 4,096", series.encoded().length < 4_096),
                Figure.of("a bucket of one key: read, judged, written", keys, "keys", micros)
                        .in("µs")
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "1,000 keys: %.0f ms a bucket",
                                        micros * 1_000 / 1_000)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static Instant time(int bucket) {
        return BEGIN.plus(BUCKET.multipliedBy(bucket));
    }
}
