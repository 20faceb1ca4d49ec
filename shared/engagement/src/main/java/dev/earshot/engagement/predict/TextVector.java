package dev.earshot.engagement.predict;

import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The text encoder's vector as its heads see it: the logarithms of their probabilities, each a
 * linear function of the vector but for its head's constant. These are kept with every result,
 * while vectors are kept of no post (decision 19) and texts for some weeks, so that a year of posts
 * can be learned from.
 *
 * @param values {@value #SIZE} of them; NaN where nothing was read
 */
record TextVector(double[] values) {
    /** Sentiment 3, emotion 4, irony, offence and hatred 2 each, intent 9. */
    static final int SIZE = 22;

    /** The logarithm of a probability of .1 %: what lies below says no more. */
    private static final double LEAST = 1e-3;

    static final TextVector UNKNOWN = new TextVector(unknown(SIZE));

    static TextVector of(Optional<Reading> reading) {
        return reading.filter(Reading.Read.class::isInstance)
                .map(Reading.Read.class::cast)
                .map(read -> of(read.analysis()))
                .orElse(UNKNOWN);
    }

    private static TextVector of(TextAnalysis read) {
        double[] values = new double[SIZE];
        Sentiment sentiment = read.sentiment();
        int at = put(values, 0, sentiment.negative(), sentiment.neutral(), sentiment.positive());
        at = put(values, at, 4, read.emotions().map(Emotions::scores).map(s -> s.values()));
        at = put(values, at, read.irony());
        at = put(values, at, read.offensive());
        at = put(values, at, read.hateful());
        put(values, at, 9, read.intent().map(Intents::scores).map(s -> s.values()));
        return new TextVector(values);
    }

    boolean known() {
        return !Double.isNaN(values[0]);
    }

    private static int put(double[] values, int at, Optional<Signal> signal) {
        return signal.map(s -> put(values, at, s.probability(), 1 - s.probability()))
                .orElseGet(() -> put(values, at, unknown(2)));
    }

    private static int put(
            double[] values, int at, int size, Optional<? extends Collection<Double>> scores) {
        return put(
                values,
                at,
                scores.map(s -> s.stream().mapToDouble(Double::doubleValue).toArray())
                        .orElseGet(() -> unknown(size)));
    }

    private static int put(double[] values, int at, double... probabilities) {
        for (int i = 0; i < probabilities.length; i++) {
            double p = probabilities[i];
            values[at + i] = Double.isNaN(p) ? p : Math.log(Math.max(LEAST, p));
        }
        return at + probabilities.length;
    }

    private static double[] unknown(int size) {
        double[] none = new double[size];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
