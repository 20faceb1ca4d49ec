package dev.earshot.trends.topic;

import dev.earshot.trends.why.Traits.Mark;

import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.LongsSketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often each word, hashtag and link usually stands in a voice, in bounded memory: counts that
 * fade, in the frequent-items sketch of Apache DataSketches (Anderson et al. 2017). What it has no
 * room for is taken to be as frequent as it may be, and a pair to be as frequent as the rarer of
 * its words; so a full sketch makes topics harder to tell, never easier. Not thread-safe.
 */
final class UsualRates {
    private static final Duration HALF_LIFE = Duration.ofDays(7);

    /** A mark that was never seen is believed to be in one of so many voices. */
    private static final double PRIOR_VOICES = 20;

    /** What one voice weighs at {@code origin}; later ones weigh more, which makes the old fade. */
    private static final double UNIT = 16;

    /** Steps of a logarithm of a count, so that 16 bits hold every count. */
    private static final double STEPS = 1_500;

    private static final double MOST_UNITS = 1L << 30;

    /** Counts further out than this many standard deviations teach nothing more. */
    private static final double CUT_DEVIATIONS = 3.2;

    private static final double FAR_DEVIATIONS = 8;

    private static final double LEAST_DISPERSION = 0.5;
    private static final double PRIOR_SCATTER = 100;

    /** Of the order of a day of a busy brand's words. */
    private static final double SCATTER_DECAY = 1 - 1e-5;

    private final int capacity;
    private Counts counts;
    private long origin = Long.MIN_VALUE;
    private double voices;
    private double scatterSum;
    private double scatterWeight;

    /**
     * @param capacity most marks that are held, divided by .75; a power of 2
     */
    UsualRates(int capacity) {
        this.capacity = capacity;
        this.counts = new Counts(new LongsSketch(capacity), 0);
    }

    /** Voices that it has learned from, the old ones for less. */
    double voices(long second) {
        return origin == Long.MIN_VALUE ? 0 : voices / unit(second);
    }

    /** Share of voices that usually have the mark, at most. */
    double of(Mark mark, long hash, long second) {
        return TopicMarks.isPair(mark)
                ? TopicMarks.words(mark).stream()
                        .mapToDouble(word -> of(TopicMarks.hash(word), second))
                        .min()
                        .orElse(1)
                : of(hash, second);
    }

    private double of(long hash, long second) {
        double unit = origin == Long.MIN_VALUE ? UNIT : unit(second);
        return Math.min(1, (counts.most(hash) / unit + 1) / (voices(second) + PRIOR_VOICES));
    }

    /**
     * How much more voices scatter than a Poisson law's, by the words of which at least one a
     * bucket is expected: subjects come and go, and take their words along.
     */
    double dispersion() {
        return Math.max(
                LEAST_DISPERSION,
                (scatterSum + LEAST_DISPERSION * PRIOR_SCATTER) / (scatterWeight + PRIOR_SCATTER));
    }

    /** Begins a bucket of that many voices; its marks are learned next. */
    void begin(long second, int count) {
        if (origin == Long.MIN_VALUE) {
            origin = second;
        }
        if (unit(second) > MOST_UNITS) {
            rescale(second);
        }
        voices += count * unit(second);
    }

    /**
     * Learns how many voices of the bucket had a mark.
     *
     * @param expected how many were expected before
     */
    void learn(long hash, int count, double expected, long second) {
        double deviation = Math.sqrt(expected + dispersion() * expected * expected);
        if (expected >= 1) {
            scatter(Math.min(count, expected + FAR_DEVIATIONS * deviation), expected);
        }
        double cut = Math.min(count, 1 + expected + CUT_DEVIATIONS * deviation);
        counts.sketch().update(hash, Math.round(cut * unit(second)));
    }

    private void scatter(double count, double expected) {
        double excess = (count - expected) * (count - expected) - expected;
        scatterSum = scatterSum * SCATTER_DECAY + excess / (expected * expected);
        scatterWeight = scatterWeight * SCATTER_DECAY + 1;
    }

    private double unit(long second) {
        return UNIT * Math.pow(2, (double) (second - origin) / HALF_LIFE.toSeconds());
    }

    private void rescale(long second) {
        double factor = UNIT / unit(second);
        counts = scaled(counts, factor);
        voices *= factor;
        origin = second;
    }

    private Counts scaled(Counts before, double factor) {
        var next = new LongsSketch(capacity);
        for (var row : before.rows()) {
            long weight = Math.round(row.getLowerBound() * factor);
            if (weight > 0) {
                next.update(row.getItem(), weight);
            }
        }
        return new Counts(next, before.most() * factor);
    }

    /** Seven bytes a mark: a count is kept to a thousandth. */
    void write(DataOutput out) throws IOException {
        List<LongsSketch.Row> rows = counts.rows();
        out.writeLong(origin);
        out.writeDouble(voices);
        out.writeDouble(scatterSum);
        out.writeDouble(scatterWeight);
        out.writeDouble(counts.most());
        out.writeInt(rows.size());
        for (LongsSketch.Row row : rows) {
            out.writeByte((int) (row.getItem() >>> 32));
            out.writeInt((int) row.getItem());
            out.writeShort((int) Math.round(STEPS * Math.log((double) row.getLowerBound())));
        }
    }

    void read(DataInput in) throws IOException {
        origin = in.readLong();
        voices = in.readDouble();
        scatterSum = in.readDouble();
        scatterWeight = in.readDouble();
        double forgotten = in.readDouble();
        var sketch = new LongsSketch(capacity);
        for (int i = in.readInt(); i > 0; i--) {
            long high = in.readUnsignedByte();
            long hash = high << 32 | Integer.toUnsignedLong(in.readInt());
            sketch.update(hash, Math.round(Math.exp(in.readUnsignedShort() / STEPS)));
        }
        counts = new Counts(sketch, forgotten);
    }

    /**
     * Counts of many marks. What the sketch has purged since it was made it knows itself; what it
     * had purged before it was kept is carried beside it.
     */
    private record Counts(LongsSketch sketch, double forgotten) {
        /** What a mark counts at most. */
        double most(long hash) {
            return sketch.getUpperBound(hash) + forgotten;
        }

        /** What a mark that is not held counts at most. */
        double most() {
            return sketch.getMaximumError() + forgotten;
        }

        /** The marks that are held, in an order of their own that is always the same. */
        List<LongsSketch.Row> rows() {
            return Arrays.stream(sketch.getFrequentItems(0, ErrorType.NO_FALSE_NEGATIVES))
                    .sorted(Comparator.comparingLong(LongsSketch.Row::getItem))
                    .toList();
        }
    }
}
