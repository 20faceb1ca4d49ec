package dev.earshot.trends.spike;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The share of posts that have a property, bucket after bucket: tells when it begins to rise. The
 * null is a beta-binomial law around the share of the last weeks, so a burst of posts raises
 * nothing as long as the share among them is usual. The memory is one item of less than 1 KB. Not
 * thread-safe.
 */
public final class ShareSeries implements Series {
    static final byte KIND = 2;

    private static final Duration HALF_LIFE = Duration.ofDays(7);

    /** Before anything is known: one post in ten, believed as much as 20 posts say. */
    private static final double PRIOR_SHARE = 0.1;

    private static final double PRIOR_POSTS = 20;

    /** How alike posts of one bucket are; see {@link #correlation}. */
    private static final double PRIOR_CORRELATION = 0.03;

    private static final double PRIOR_CORRELATION_POSTS = 200;
    private static final double LEAST_CORRELATION = 0.005;
    private static final double MOST_CORRELATION = 0.5;
    private static final double CUT_DEVIATIONS = 3.2;
    private static final double LEAST_SHARE = 0.005;
    private static final double MOST_SHARE = 0.95;

    private final Duration bucket;
    private final double decay;
    private final Watch watch;
    private long last = Long.MIN_VALUE;
    private double hitSum;
    private double postSum;
    private double excessSum;
    private double pairSum;

    /**
     * @param bucket length of a bucket, a minute to a day
     */
    public ShareSeries(Duration bucket) {
        this.bucket = Series.checked(bucket);
        this.decay = Season.decay(bucket, HALF_LIFE);
        this.watch = new Watch(bucket, Tail.LEAST_OF_SHARES);
    }

    @Override
    public Duration bucket() {
        return bucket;
    }

    @Override
    public double days() {
        return watch.age();
    }

    /** The usual share, between 0 and 1. */
    public double share() {
        double share = (hitSum + PRIOR_SHARE * PRIOR_POSTS) / (postSum + PRIOR_POSTS);
        return Math.max(LEAST_SHARE, Math.min(MOST_SHARE, share));
    }

    /**
     * Takes a bucket that is over. One without posts says nothing.
     *
     * @param start its beginning, later than that of the bucket before
     * @param hits posts that have the property, 0 to {@code posts}
     */
    public BucketVerdict add(Instant start, double hits, double posts) {
        long second = start.getEpochSecond();
        if (second <= last) {
            throw new IllegalArgumentException(
                    "start must lie after " + Instant.ofEpochSecond(last) + ", got " + start);
        }
        if (!(hits >= 0 && hits <= posts) || Double.isInfinite(posts)) {
            throw new IllegalArgumentException(
                    "hits must lie in [0, posts], got " + hits + " of " + posts);
        }
        last = second;
        double share = share();
        double expected = Math.max(share * posts, Double.MIN_NORMAL);
        if (posts == 0) {
            return watch.pass(second, expected);
        }
        double correlation = correlation();
        double relative = (1 - share) / (share * posts) * (1 + (posts - 1) * correlation);
        BucketVerdict verdict =
                watch.decide(
                        second,
                        hits,
                        expected,
                        expected,
                        ratios(hits, posts, share, correlation),
                        relative);
        learn(hits, posts, share, expected * Math.sqrt(relative));
        return verdict;
    }

    /**
     * {@inheritDoc}
     *
     * <p>By a beta-binomial law the posts of a bucket are exchangeable, so the likelihood ratio of
     * those that have come is a martingale, and may be looked at after each.
     */
    @Override
    public Look look(List<Glimpse> glimpses) {
        double share = share();
        double correlation = correlation();
        double gains = 0;
        for (Glimpse glimpse : glimpses) {
            gains += Evidence.gain(ratios(glimpse.count(), glimpse.posts(), share, correlation));
        }
        if (!watch.mayLean(gains)) {
            return Look.NOTHING;
        }
        var trial = (ShareSeries) Series.decode(encoded());
        trial.watch.onlyLooks();
        return Look.with(
                trial.watch,
                glimpses,
                glimpse -> trial.add(glimpse.start(), glimpse.count(), glimpse.posts()));
    }

    @Override
    public void begin(Look look) {
        watch.begin(look.watch());
    }

    private void learn(double hits, double posts, double share, double deviation) {
        double expected = share * posts;
        double cut = Math.min(hits, expected + CUT_DEVIATIONS * deviation);
        hitSum = hitSum * decay + cut;
        postSum = postSum * decay + posts;
        double standardised = (cut - expected) * (cut - expected) / (expected * (1 - share));
        excessSum = excessSum * decay + (standardised - 1);
        pairSum = pairSum * decay + (posts - 1);
    }

    /** Correlation of two posts of one bucket; the variance is that times posts - 1 larger. */
    private double correlation() {
        double mean =
                (excessSum + PRIOR_CORRELATION * PRIOR_CORRELATION_POSTS)
                        / (pairSum + PRIOR_CORRELATION_POSTS);
        return Math.max(LEAST_CORRELATION, Math.min(MOST_CORRELATION, mean));
    }

    /** Log likelihood ratios of beta-binomial laws, the odds raised against not raised. */
    static double[] ratios(double hits, double posts, double share, double correlation) {
        double total = 1 / correlation - 1;
        double[] logs = new double[Evidence.RISES.length];
        for (int i = 0; i < logs.length; i++) {
            double rise = Evidence.RISES[i];
            double raised = rise * share / (1 - share + rise * share);
            logs[i] =
                    rising(raised * total, hits)
                            - rising(share * total, hits)
                            + rising((1 - raised) * total, posts - hits)
                            - rising((1 - share) * total, posts - hits);
        }
        return logs;
    }

    /** Logarithm of Gamma(a + n) / Gamma(a). */
    private static double rising(double a, double n) {
        return LogGamma.of(a + n) - LogGamma.of(a);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(KIND);
        out.writeLong(bucket.toSeconds());
        out.writeLong(last);
        for (double value : new double[] {hitSum, postSum, excessSum, pairSum}) {
            out.writeDouble(value);
        }
        watch.write(out);
    }

    static ShareSeries read(DataInputStream in) throws IOException {
        var series = new ShareSeries(Duration.ofSeconds(in.readLong()));
        series.last = in.readLong();
        series.hitSum = in.readDouble();
        series.postSum = in.readDouble();
        series.excessSum = in.readDouble();
        series.pairSum = in.readDouble();
        series.watch.read(in);
        return series;
    }
}
