package dev.earshot.trends.spike;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One series of counts, bucket after bucket: tells when it begins to rise beyond what the hour of
 * the week, the last days and its own habit of spikes explain. The null is a negative binomial law
 * around {@link Season} with {@link Dispersion}. A bucket costs the same however many posts it
 * holds; the whole memory is one item of less than 2 KB. Not thread-safe.
 */
public final class CountSeries implements Series {
    static final byte KIND = 1;

    /** Counts further out than this many standard deviations teach nothing more. */
    private static final double CUT_DEVIATIONS = 3.2;

    private static final Duration UNKNOWN_LEVEL = Duration.ofHours(1);
    private static final Duration VAGUE_LEVEL = Duration.ofHours(3);
    private static final double VAGUE_CUT = 4;

    /** Zeros where so many posts were expected are no zeros, but a gap. */
    private static final double SILENT_EXPECTED = 30;

    private final Duration bucket;
    private final Season season;
    private final Dispersion dispersion;
    private final Watch watch;
    private long last = Long.MIN_VALUE;
    private double silent;

    /**
     * @param bucket length of a bucket, a minute to a day
     */
    public CountSeries(Duration bucket) {
        this.bucket = Series.checked(bucket);
        this.season = new Season(bucket);
        this.dispersion = new Dispersion(bucket);
        this.watch = new Watch(bucket, Tail.LEAST_OF_COUNTS);
    }

    @Override
    public Duration bucket() {
        return bucket;
    }

    /**
     * Takes a bucket that is over.
     *
     * @param start its beginning, later than that of the bucket before
     * @param count its posts, 0 or more
     */
    public BucketVerdict add(Instant start, double count) {
        return add(start, count, 1);
    }

    private BucketVerdict add(Instant start, double count, double part) {
        long second = advance(start);
        if (!(count >= 0) || Double.isInfinite(count)) {
            throw new IllegalArgumentException("count must be 0 or more, got " + count);
        }
        double expected = season.expected(second) * part;
        silent = count > 0 ? 0 : silent + expected;
        if (silent > SILENT_EXPECTED) {
            season.forgetLastHours();
            return watch.pass(second, expected);
        }
        double scatter = dispersion.value() / part;
        double variance = 1 / expected + scatter;
        Duration age = Duration.ofSeconds(Math.round(watch.age() * 86_400));
        if (watch.isCalm()) {
            season.keep(second);
        }
        BucketVerdict verdict =
                watch.decide(
                        second,
                        count,
                        expected,
                        season.baseline(second) * part,
                        CountRatios.of(count, expected, scatter, Evidence.RISES),
                        variance);
        double cut = cut(count, expected, expected * Math.sqrt(variance), age);
        season.learn(second, cut, expected, scatter);
        dispersion.learn(cut, expected);
        return verdict;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Posts are taken for a negative binomial process within a bucket: in a part {@code p} of it
     * the mean is {@code p} times as large and the dispersion {@code 1 / p} times, the most that it
     * can be for a rate whose minutes are not opposed to each other. The likelihood ratio of what
     * has come so far is a martingale under it, so evidence that is looked at each minute is an
     * e-detector as that of whole buckets is, and costs no further false alarms.
     */
    @Override
    public Look look(List<Glimpse> glimpses) {
        double gains = 0;
        for (Glimpse glimpse : glimpses) {
            double expected = season.expected(glimpse.start().getEpochSecond()) * glimpse.part();
            double scatter = dispersion.value() / glimpse.part();
            gains +=
                    Evidence.gain(
                            CountRatios.of(glimpse.count(), expected, scatter, Evidence.RISES));
        }
        if (!watch.mayLean(gains)) {
            return Look.NOTHING;
        }
        var trial = (CountSeries) Series.decode(encoded());
        trial.watch.onlyLooks();
        return Look.with(
                trial.watch,
                glimpses,
                glimpse -> trial.add(glimpse.start(), glimpse.count(), glimpse.part()));
    }

    @Override
    public void begin(Look look) {
        watch.begin(look.watch());
    }

    /** Passes a bucket of which nothing is known; it is no zero, and teaches nothing. */
    public BucketVerdict missing(Instant start) {
        long second = advance(start);
        return watch.pass(second, season.expected(second));
    }

    /** The episode that is open, with all that was observed since it was last told. */
    public Optional<Spike> current() {
        return watch.current();
    }

    /** Posts a bucket as of late, whatever the hour. */
    public double level() {
        return season.level();
    }

    @Override
    public double days() {
        return watch.age();
    }

    private long advance(Instant start) {
        long second = start.getEpochSecond();
        if (second <= last) {
            throw new IllegalArgumentException(
                    "start must lie after " + Instant.ofEpochSecond(last) + ", got " + start);
        }
        last = second;
        return second;
    }

    private static double cut(double count, double expected, double deviation, Duration age) {
        double most = expected + CUT_DEVIATIONS * deviation;
        if (age.compareTo(UNKNOWN_LEVEL) < 0) {
            return count;
        }
        if (age.compareTo(VAGUE_LEVEL) < 0) {
            most = Math.max(most, VAGUE_CUT * expected);
        }
        return Math.min(count, most);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(KIND);
        out.writeLong(bucket.toSeconds());
        out.writeLong(last);
        out.writeDouble(silent);
        season.write(out);
        dispersion.write(out);
        watch.write(out);
    }

    static CountSeries read(DataInputStream in) throws IOException {
        var series = new CountSeries(Duration.ofSeconds(in.readLong()));
        series.last = in.readLong();
        series.silent = in.readDouble();
        series.season.read(in);
        series.dispersion.read(in);
        series.watch.read(in);
        return series;
    }
}
