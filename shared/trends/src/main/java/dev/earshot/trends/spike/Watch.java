package dev.earshot.trends.spike;

import dev.earshot.trends.episode.EpisodeState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns evidence into episodes: one begins when the evidence passes the series' own bar, grows when
 * it doubles, and ends after calm. A rise within {@link #SILENCE} of the last one that was told is
 * an aftershock and no episode of its own, unless its evidence is {@link #GROWTH} times as strong.
 * Not thread-safe.
 */
final class Watch {
    /** After somebody was told, lesser rises are aftershocks for this long. */
    private static final Duration SILENCE = Duration.ofHours(23);

    private static final double GROWTH = 2;

    /** An episode that grows is told again no sooner than this. */
    private static final Duration BETWEEN_TELLINGS = Duration.ofHours(6);

    /** Buckets no larger than this factor of the expected are calm, give or take one post. */
    private static final double CALM = 1.25;

    private static final Duration CALM_FOR = Duration.ofMinutes(20);
    private static final Duration RISE_OVER_AFTER = Duration.ofMinutes(210);
    private static final Duration RESOLVED_AFTER = Duration.ofHours(3);
    private static final Duration WARM_UP = Duration.ofHours(1);
    private static final double LEAST_POSTS = 5;
    private static final double MOST_EVIDENCE = 1e300;

    /**
     * How much higher the bar is, as a logarithm, for buckets that may still change. By the laws
     * alone none of it were needed (see {@link CountSeries#look}); it pays for posts that real
     * people send in spurts of a minute.
     */
    private static final double EARLY = 2;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final long bucketSeconds;
    private final int calmBuckets;
    private final Evidence evidence = new Evidence(Evidence.RISES.length);
    private final Tail tail;
    private final Stretch rise = new Stretch();
    private final Stretch episode = new Stretch();

    private int calm;
    private boolean rising;
    private double largest;
    private long quietSeconds;

    private boolean looking;

    private boolean open;

    /** Whether the episode was begun by a look, and its first bucket has not been taken yet. */
    private boolean early;

    private boolean aftershock;
    private boolean grew;
    private long belowSeconds;
    private long told = NEVER;
    private double toldLog;
    private double toldRate;
    private double episodeLog;
    private int version;

    /**
     * @param least as {@link Tail} takes it
     */
    Watch(Duration bucket, double least) {
        this.bucketSeconds = bucket.toSeconds();
        this.calmBuckets = (int) Math.max(2, CALM_FOR.dividedBy(bucket));
        this.tail = new Tail(bucket, least);
    }

    /** Days of data seen. */
    double age() {
        return tail.age();
    }

    /**
     * Decides about a bucket.
     *
     * @param second beginning of the bucket
     * @param count observed in it
     * @param usual what a rise is measured against: the expected number without what the last hours
     *     of the rise itself add
     * @param logRatios as {@link Evidence#add} takes them
     * @param variance of count divided by expected where nothing rises
     */
    BucketVerdict decide(
            long second,
            double count,
            double expected,
            double usual,
            double[] logRatios,
            double variance) {
        double log = tail.age() < hours(WARM_UP) ? 0 : evidence.add(logRatios);
        if (early && second >= episode.start()) {
            // Now it is known what the bucket really held.
            episode.restart(rise);
        }
        calm = count <= CALM * expected + 1 ? calm + 1 : 0;
        if (calm >= calmBuckets) {
            evidence.forget();
            rise.clear();
            log = Math.min(log, 0);
        } else {
            rise.add(second, count, usual, variance, calm == 0);
        }
        if (open && !(early && second < episode.start())) {
            boolean raised = early || (calm == 0 && log >= Tail.REMEMBERED);
            early = false;
            episode.add(second, count, usual, variance, raised);
        }
        double bar = bar();
        rises(log);
        tail.pass();
        Optional<Spike> change = episodes(second, log, bar);
        boolean alert = change.filter(spike -> spike.state() != EpisodeState.RESOLVED).isPresent();
        return new BucketVerdict(
                Instant.ofEpochSecond(second),
                Optional.of(count),
                expected,
                value(log),
                state(change),
                alert,
                change);
    }

    /**
     * Whether a look may find anything.
     *
     * @param gains sum of what the buckets looked at may add, as {@link Evidence#gain} says
     */
    boolean mayLean(double gains) {
        return !open
                && !aftershock
                && tail.age() >= hours(WARM_UP)
                && evidence.most(gains) >= Tail.REMEMBERED;
    }

    /** This is a copy that is thrown away: buckets that may still change must show more. */
    void onlyLooks() {
        looking = true;
    }

    /** Takes over the episode that a look has begun. */
    void begin(Watch looked) {
        open = true;
        early = true;
        grew = false;
        belowSeconds = 0;
        version = looked.version;
        told = looked.told;
        toldLog = looked.toldLog;
        toldRate = looked.toldRate;
        episodeLog = looked.episodeLog;
        episode.copy(looked.episode);
    }

    private double bar() {
        return tail.bar() + (looking ? EARLY : 0);
    }

    /** A bucket of which nothing is known: nothing changes. */
    BucketVerdict pass(long second, double expected) {
        return new BucketVerdict(
                Instant.ofEpochSecond(second),
                Optional.empty(),
                expected,
                value(evidence.log()),
                state(Optional.empty()),
                false,
                Optional.empty());
    }

    /** Whether nothing rises at the moment. */
    boolean isCalm() {
        return !open && rise.isEmpty();
    }

    /** The episode that is open, as of now. */
    Optional<Spike> current() {
        return open
                ? Optional.of(spike(grew ? EpisodeState.GREW : EpisodeState.OPEN))
                : Optional.empty();
    }

    private void rises(double log) {
        if (log > Tail.REMEMBERED) {
            largest = rising ? Math.max(largest, log) : log;
            rising = true;
            quietSeconds = 0;
        } else if (rising) {
            quietSeconds += bucketSeconds;
            if (quietSeconds > RISE_OVER_AFTER.toSeconds()) {
                rising = false;
                tail.remember(largest);
            }
        }
    }

    private Optional<Spike> episodes(long second, double log, double bar) {
        if (log >= bar && !open && !aftershock) {
            return begin(second, log);
        }
        if (open || aftershock) {
            belowSeconds = log < tail.least() ? belowSeconds + bucketSeconds : 0;
            toldLog = Math.max(toldLog, log);
            episodeLog = Math.max(episodeLog, log);
            if (belowSeconds > RESOLVED_AFTER.toSeconds()) {
                return finish();
            }
        }
        return open ? growth(second) : Optional.empty();
    }

    private Optional<Spike> begin(long second, double log) {
        if (rise.observed() < LEAST_POSTS) {
            return Optional.empty();
        }
        belowSeconds = 0;
        boolean afterwards = second - told < SILENCE.toSeconds() && log < GROWTH * toldLog;
        if (afterwards) {
            aftershock = true;
            return Optional.empty();
        }
        open = true;
        grew = false;
        version = 1;
        episodeLog = log;
        episode.copy(rise);
        tell(second, log);
        return Optional.of(spike(EpisodeState.OPEN));
    }

    private void tell(long second, double log) {
        told = second;
        toldLog = log;
        toldRate = episode.recentRate();
    }

    private Optional<Spike> growth(long second) {
        double rate = episode.recentRate();
        if (second - told < BETWEEN_TELLINGS.toSeconds()) {
            toldRate = Math.max(toldRate, rate);
            return Optional.empty();
        }
        if (rate < GROWTH * toldRate) {
            return Optional.empty();
        }
        grew = true;
        version++;
        tell(second, Math.max(toldLog, episodeLog));
        return Optional.of(spike(EpisodeState.GREW));
    }

    private Optional<Spike> finish() {
        boolean was = open;
        open = false;
        aftershock = false;
        if (!was) {
            return Optional.empty();
        }
        version++;
        return Optional.of(spike(EpisodeState.RESOLVED));
    }

    private Spike spike(EpisodeState state) {
        return episode.spike(state, bucketSeconds, value(episodeLog), version);
    }

    private BucketState state(Optional<Spike> change) {
        if (change.filter(spike -> spike.state() == EpisodeState.RESOLVED).isPresent()) {
            return BucketState.RESOLVED;
        }
        if (!open) {
            return BucketState.NONE;
        }
        return grew ? BucketState.GREW : BucketState.OPEN;
    }

    private static double value(double log) {
        return Math.min(MOST_EVIDENCE, Math.exp(log));
    }

    private static double hours(Duration duration) {
        return (double) duration.toSeconds() / Duration.ofDays(1).toSeconds();
    }

    void write(DataOutput out) throws IOException {
        evidence.write(out);
        tail.write(out);
        rise.write(out);
        episode.write(out);
        out.writeInt(calm);
        out.writeBoolean(rising);
        out.writeDouble(largest);
        out.writeLong(quietSeconds);
        out.writeByte(open ? early ? 2 : 1 : 0);
        out.writeBoolean(aftershock);
        out.writeBoolean(grew);
        out.writeLong(belowSeconds);
        out.writeLong(told);
        out.writeDouble(toldLog);
        out.writeDouble(toldRate);
        out.writeDouble(episodeLog);
        out.writeInt(version);
    }

    void read(DataInput in) throws IOException {
        evidence.read(in);
        tail.read(in);
        rise.read(in);
        episode.read(in);
        calm = in.readInt();
        rising = in.readBoolean();
        largest = in.readDouble();
        quietSeconds = in.readLong();
        byte episodes = in.readByte();
        open = episodes > 0;
        early = episodes > 1;
        aftershock = in.readBoolean();
        grew = in.readBoolean();
        belowSeconds = in.readLong();
        told = in.readLong();
        toldLog = in.readDouble();
        toldRate = in.readDouble();
        episodeLog = in.readDouble();
        version = in.readInt();
    }
}
