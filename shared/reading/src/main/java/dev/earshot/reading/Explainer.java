package dev.earshot.reading;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.WordAttribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Distributes the verdict's probability over the words of a text. The game is: what probability
 * does the model give the verdict if only these words are left in the text? The weights sum to the
 * score minus the baseline.
 *
 * <p>A word's weight is the loss when only that word is left out (occlusion or leave-one-out:
 * Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014; Li, Monroe and
 * Jurafsky, "Understanding neural networks through representation erasure", 2016), times one
 * factor, common to all words, that makes the sum right. So the word whose removal changes the
 * score most comes first, twice the loss means twice the weight, and a word that speaks against the
 * verdict has a negative weight.
 *
 * <p>Such a factor exists only where the losses sum to the sign of the total and no weight exceeds
 * 1, the largest possible change of a probability. Otherwise, for instance where words speak
 * against each other, each word keeps its loss, and the remainder is distributed in proportion to
 * the sizes of the losses. Where leaving out any single word changes nothing, the remainder is
 * distributed by the sizes of the Shapley values (L. S. Shapley, "A value for n-person games",
 * 1953): what a word adds to the words before it, averaged over orders. All orders of up to {@value
 * #EXACT} words are used, else a sample of them, each with its reverse (Mitchell, Cooper, Frank and
 * Holmes, "Sampling permutations for Shapley value estimation", JMLR 2022).
 *
 * <p>Works with any model: no gradients are needed. The sampling is seeded by the text, so answers
 * are stable. Thread-safe where the model is.
 */
public final class Explainer {
    /** The model reads 128 tokens; later words can't drive its verdict and are treated as one. */
    static final int MAX_WORDS = 96;

    /** All orders of this many words need at most 2^7 texts. */
    static final int EXACT = 7;

    /** Default number of texts that sampling reads: about two seconds of one core. */
    private static final int DEFAULT_TEXTS = 320;

    /** Losses that sum to less are rounding noise of a probability. */
    private static final double ROUNDING_NOISE = 1e-3;

    /** The largest possible change of a probability. */
    private static final double MAX_CHANGE = 1.0;

    static final int MIN_ORDERS = 4;

    private final TextModel model;
    private final int texts;

    /** Thorough: samples enough orders for weights that are stable to about 0.02. */
    public Explainer(TextModel model) {
        this(model, DEFAULT_TEXTS);
    }

    /**
     * @param texts roughly how many texts sampling may read, give or take the number of words; at
     *     least {@value #MIN_ORDERS} orders are always sampled
     */
    public Explainer(TextModel model, int texts) {
        this.model = model;
        this.texts = texts;
    }

    /**
     * The attribution of a text. For a text without words it has no words, and score and baseline
     * are equal.
     */
    public Attribution explain(String text) {
        List<TextSpan> words = words(text);
        var game = new Game(text, words);
        game.want(game.all());
        game.want(new BitSet());
        game.play();
        SentimentLabel label = game.sentiment(game.all()).label();
        double score = game.worth(game.all(), label);
        double baseline = game.worth(new BitSet(), label);
        double[] weights = words.isEmpty() ? new double[0] : weights(game, words.size(), label);
        List<WordAttribution> shared = new ArrayList<>(words.size());
        for (int i = 0; i < weights.length; i++) {
            TextSpan word = words.get(i);
            shared.add(
                    new WordAttribution(
                            word.of(text).strip(), word.start(), word.end(), weights[i]));
        }
        return new Attribution(label, score, baseline, shared);
    }

    private double[] weights(Game game, int count, SentimentLabel label) {
        for (int i = 0; i < count; i++) {
            game.want(without(game.all(), i));
        }
        game.play();
        double whole = game.worth(game.all(), label);
        double[] lost =
                IntStream.range(0, count)
                        .mapToDouble(i -> whole - game.worth(without(game.all(), i), label))
                        .toArray();
        double sum = whole - game.worth(new BitSet(), label);
        double factor = sum / Arrays.stream(lost).sum();
        double most = Arrays.stream(lost).map(Math::abs).max().orElse(0);
        if (size(lost) > ROUNDING_NOISE && factor > 0 && factor * most <= MAX_CHANGE) {
            return Arrays.stream(lost).map(each -> factor * each).toArray();
        }
        return withRemainder(
                lost, sum, size(lost) > ROUNDING_NOISE ? lost : shapley(game, count, label));
    }

    private double[] shapley(Game game, int count, SentimentLabel label) {
        List<List<Integer>> orders = count <= EXACT ? List.of() : orders(game, count);
        if (count <= EXACT) {
            for (long set = 0; set < 1L << count; set++) {
                game.want(BitSet.valueOf(new long[] {set}));
            }
        }
        for (List<Integer> order : orders) {
            var before = new BitSet();
            for (int word : order) {
                before.set(word);
                game.want(before);
            }
        }
        game.play();
        return count <= EXACT ? exact(game, count, label) : sampled(game, orders, count, label);
    }

    private static double[] exact(Game game, int count, SentimentLabel label) {
        double[] factorial = new double[count + 1];
        factorial[0] = 1;
        for (int i = 1; i <= count; i++) {
            factorial[i] = i * factorial[i - 1];
        }
        double[] shares = new double[count];
        for (int set = 0; set < 1 << count; set++) {
            var before = BitSet.valueOf(new long[] {set});
            int size = before.cardinality();
            for (int i = 0; i < count; i++) {
                if (!before.get(i)) {
                    double part = factorial[size] * factorial[count - size - 1] / factorial[count];
                    shares[i] +=
                            part * (game.worth(with(before, i), label) - game.worth(before, label));
                }
            }
        }
        return shares;
    }

    private static double[] sampled(
            Game game, List<List<Integer>> orders, int count, SentimentLabel label) {
        double[] shares = new double[count];
        for (List<Integer> order : orders) {
            var before = new BitSet();
            double worth = game.worth(before, label);
            for (int word : order) {
                before.set(word);
                double next = game.worth(before, label);
                shares[word] += (next - worth) / orders.size();
                worth = next;
            }
        }
        return shares;
    }

    /** The losses, plus the remainder of the sum in proportion to those sizes. */
    private static double[] withRemainder(double[] lost, double sum, double[] sizes) {
        double rest = sum - Arrays.stream(lost).sum();
        double size = size(sizes);
        return IntStream.range(0, lost.length)
                .mapToDouble(
                        i ->
                                lost[i]
                                        + rest
                                                * (size > 0
                                                        ? Math.abs(sizes[i]) / size
                                                        : 1.0 / lost.length))
                .toArray();
    }

    private static double size(double[] values) {
        return Arrays.stream(values).map(Math::abs).sum();
    }

    private List<List<Integer>> orders(Game game, int count) {
        var random = new Random(game.text.hashCode());
        int pairs = Math.max(MIN_ORDERS, texts / count) / 2;
        List<List<Integer>> orders = new ArrayList<>(2 * pairs);
        for (int k = 0; k < pairs; k++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
            Collections.shuffle(order, random);
            orders.add(order);
            orders.add(order.reversed());
        }
        return orders;
    }

    /** Words are runs without white space; all words past the limit are one. */
    static List<TextSpan> words(String text) {
        List<TextSpan> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (!space && start < 0) {
                start = i;
            }
            if (space && start >= 0) {
                if (words.size() == MAX_WORDS) {
                    words.set(MAX_WORDS - 1, new TextSpan(words.get(MAX_WORDS - 1).start(), i));
                } else {
                    words.add(new TextSpan(start, i));
                }
                start = -1;
            }
        }
        return words;
    }

    private static BitSet with(BitSet set, int word) {
        var more = (BitSet) set.clone();
        more.set(word);
        return more;
    }

    private static BitSet without(BitSet set, int word) {
        var fewer = (BitSet) set.clone();
        fewer.clear(word);
        return fewer;
    }

    /** The model's readings of subsets of the words. Each subset is read once. */
    private final class Game {
        private final String text;
        private final List<TextSpan> words;
        private final Map<BitSet, Sentiment> known = new HashMap<>();
        private final List<BitSet> open = new ArrayList<>();

        Game(String text, List<TextSpan> words) {
            this.text = text;
            this.words = words;
        }

        BitSet all() {
            var all = new BitSet();
            all.set(0, words.size());
            return all;
        }

        void want(BitSet set) {
            if (!known.containsKey(set)) {
                var own = (BitSet) set.clone();
                known.put(own, UNREAD);
                open.add(own);
            }
        }

        /** Reads all pending subsets in one call of the model. */
        void play() {
            List<TextAnalysis> read =
                    open.isEmpty()
                            ? List.of()
                            : model.analyse(open.stream().map(this::of).toList());
            for (int i = 0; i < open.size(); i++) {
                known.put(open.get(i), read.get(i).sentiment());
            }
            open.clear();
        }

        /**
         * The original text where all words are left, else the remaining words joined by single
         * spaces.
         */
        private String of(BitSet set) {
            if (set.cardinality() == words.size()) {
                return text;
            }
            return set.stream()
                    .mapToObj(i -> words.get(i).of(text))
                    .collect(java.util.stream.Collectors.joining(" "));
        }

        Sentiment sentiment(BitSet set) {
            return known.getOrDefault(set, UNREAD);
        }

        double worth(BitSet set, SentimentLabel label) {
            Sentiment sentiment = sentiment(set);
            return switch (label) {
                case NEGATIVE -> sentiment.negative();
                case POSITIVE -> sentiment.positive();
                case NEUTRAL, MIXED, ABSTAIN -> sentiment.neutral();
            };
        }
    }

    private static final Sentiment UNREAD = new Sentiment(0, 1, 0);
}
