package dev.earshot.core.sketch;

import dev.earshot.core.QuickHash;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * What a text is about, as a sparse vector of hashed words (feature hashing, Weinberger et al.
 * 2009) in {@link #BUCKETS} dimensions. Each word counts, and so does its prefix, which brings
 * forms of one word together ({@code sustainable}, {@code sustainability}). The heaviest {@link
 * #FEATURES} of a text are kept, 3 bytes each. Immutable.
 */
public final class TopicSketch {
    /** Dimensions of the space. */
    public static final int BUCKETS = 1 << 16;

    /** Most features in the sketch of one text. */
    public static final int FEATURES = 64;

    /** Most features in a sum of sketches. */
    public static final int SUM_FEATURES = 256;

    /** The sketch without features. */
    public static final TopicSketch EMPTY = new TopicSketch(new int[0], new int[0]);

    private static final int STEM = 5;
    private static final int UNIT = 16;
    private static final int STEM_UNIT = 12;
    private static final int HEAVIEST = 255;

    private final int[] buckets;
    private final int[] weights;

    private TopicSketch(int[] buckets, int[] weights) {
        this.buckets = buckets;
        this.weights = weights;
    }

    /** The sketch of one text; picture labels may be appended to it, one a line. */
    public static TopicSketch of(String text) {
        var counts = new HashMap<Integer, Double>();
        for (String word : WordSplitter.of(text)) {
            if (word.codePointCount(0, word.length()) < 2) {
                continue;
            }
            counts.merge(bucket(word), (double) UNIT, Double::sum);
            if (word.length() > STEM) {
                counts.merge(
                        bucket("^" + word.substring(0, STEM)), (double) STEM_UNIT, Double::sum);
            }
        }
        // Each repetition counts less: the usual weight 1 + log(frequency).
        counts.replaceAll((bucket, sum) -> UNIT * (1 + Math.log(sum / UNIT)));
        return top(counts, FEATURES);
    }

    /** The mean of several, each scaled to unit length so that a long post does not dominate. */
    public static TopicSketch mean(Collection<TopicSketch> sketches) {
        var sums = new HashMap<Integer, Double>();
        int counted = 0;
        for (TopicSketch sketch : sketches) {
            double norm = sketch.norm(bucket -> 1);
            if (norm > 0) {
                counted++;
                for (int i = 0; i < sketch.buckets.length; i++) {
                    sums.merge(sketch.buckets[i], sketch.weights[i] / norm, Double::sum);
                }
            }
        }
        double largest = sums.values().stream().mapToDouble(v -> v).max().orElse(0);
        if (counted == 0 || largest == 0) {
            return EMPTY;
        }
        sums.replaceAll((bucket, sum) -> sum / largest * HEAVIEST);
        return top(sums, SUM_FEATURES);
    }

    private static int bucket(String feature) {
        return (int) (QuickHash.of(feature) >>> 48);
    }

    private static TopicSketch top(Map<Integer, Double> weights, int limit) {
        List<Map.Entry<Integer, Double>> kept =
                weights.entrySet().stream()
                        .filter(e -> Math.round(e.getValue()) > 0)
                        .sorted(
                                Map.Entry.<Integer, Double>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(limit)
                        .sorted(Map.Entry.comparingByKey())
                        .toList();
        int[] buckets = new int[kept.size()];
        int[] rounded = new int[kept.size()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = kept.get(i).getKey();
            rounded[i] = (int) Math.min(HEAVIEST, Math.round(kept.get(i).getValue()));
        }
        return new TopicSketch(buckets, rounded);
    }

    /** Whether it has no features. */
    public boolean isEmpty() {
        return buckets.length == 0;
    }

    /** The non-zero dimensions, ascending. */
    public int[] buckets() {
        return buckets.clone();
    }

    /** What is done with each non-zero dimension and its weight. */
    @FunctionalInterface
    public interface Feature {
        void at(int bucket, int weight);
    }

    /** Visits the non-zero dimensions, ascending. */
    public void forEach(Feature feature) {
        for (int i = 0; i < buckets.length; i++) {
            feature.at(buckets[i], weights[i]);
        }
    }

    /**
     * Cosine of the angle to another, 0 to 1; 0 where either is empty.
     *
     * @param importance weight of each dimension, for instance its inverse document frequency
     */
    public double cosine(TopicSketch other, IntToDoubleFunction importance) {
        double scale = norm(importance) * other.norm(importance);
        if (!(scale > 0)) {
            return 0;
        }
        double product = 0;
        for (int i = 0, j = 0; i < buckets.length && j < other.buckets.length; ) {
            if (buckets[i] < other.buckets[j]) {
                i++;
            } else if (buckets[i] > other.buckets[j]) {
                j++;
            } else {
                double weight = importance.applyAsDouble(buckets[i]);
                product += weights[i++] * weight * other.weights[j++] * weight;
            }
        }
        return Math.clamp(product / scale, 0, 1);
    }

    private double norm(IntToDoubleFunction importance) {
        double sum = 0;
        for (int i = 0; i < buckets.length; i++) {
            double weight = weights[i] * importance.applyAsDouble(buckets[i]);
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }

    /** The sketch as letters and digits, for storage; an empty text for {@link #EMPTY}. */
    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(buckets.length * 3);
        for (int i = 0; i < buckets.length; i++) {
            bytes.putShort((short) buckets[i]).put((byte) weights[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The sketch that {@link #encoded} gave. */
    public static TopicSketch decode(String encoded) {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded);
        if (bytes.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "a topic sketch must hold 3 bytes a feature, got " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int[] buckets = new int[bytes.length / 3];
        int[] weights = new int[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = Short.toUnsignedInt(buffer.getShort());
            weights[i] = Byte.toUnsignedInt(buffer.get());
        }
        return new TopicSketch(buckets, weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicSketch sketch
                && Arrays.equals(buckets, sketch.buckets)
                && Arrays.equals(weights, sketch.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "TopicSketch[" + buckets.length + " features]";
    }
}
