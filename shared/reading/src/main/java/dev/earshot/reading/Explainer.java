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
 * Shares the verdict's probability out among the words of a text. The game is: which probability
 * does the model give the verdict if only these words are left in the text? The weights sum to the
 * whole, score less baseline.
 *
 * <p>A word's weight is what is lost without it alone (occlusion or leave-one-out: Zeiler and
 * Fergus, "Visualizing and understanding convolutional networks", 2014; Li, Monroe and Jurafsky,
 * "Understanding neural networks through representation erasure", 2016), times one factor for all
 * words that makes the sum right. So the word whose removal moves the score most is on top, a word
 * twice as much missed weighs twice as much, and a negative weight is that of a word that speaks
 * against the verdict.
 *
 * <p>There is such a factor only where the losses together point the way of the whole, and where no
 * weight would come to more than 1, the most that a probability can move. Elsewhere, as where words
 * speak against each other, each keeps its loss and gets what is left of the whole in proportion to
 * the losses' sizes. Where no single word is missed at all, what is left is shared by the sizes of
 * the Shapley values (L. S. Shapley, "A value for n-person games", 1953): what a word adds to the
 * words before it, averaged over orders; all orders of up to {@value #EXACT} words, else a sample
 * of them, each with its reverse (Mitchell, Cooper, Frank and Holmes, "Sampling permutations for
 * Shapley value estimation", JMLR 2022).
 *
 * <p>Any model will do: no gradients are needed. The order of sampling follows from the text, so
 * answers are stable. Thread-safe where the model is.
 */
public final class Explainer {
    /** The model reads 128 tokens; later words cannot drive its verdict and are taken as one. */
    static final int MAX_WORDS = 96;

    /** 2^7 texts at most are read for all orders of so many words. */
    static final int EXACT = 7;

    /** Texts that sampling has read unless told otherwise: about two seconds of one core. */
    private static final int DEFAULT_TEXTS = 320;

    /** Losses that together come to less are rounding: a probability moves by that much anyway. */
    private static final double NOTICED = 1e-3;

    /** The most that leaving out a word can move a probability. */
    private static final double MOST = 1.0;

    static final int LEAST_ORDERS = 4;

    private final TextModel model;
    private final int texts;

    /** Takes its time: orders enough for weights that are steady to about 0.02. */
    public Explainer(TextModel model) {
        this(model, DEFAULT_TEXTS);
    }

    /**
     * @param texts how many texts sampling may have read, give or take the text's words; at least
     *     {@value #LEAST_ORDERS} orders are sampled whatever that takes
     */
    public Explainer(TextModel model, int texts) {
        this.model = model;
        this.texts = texts;
    }

    /**
     * The attribution of a text; without words it has none, and score and baseline are the same.
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
        if (size(lost) > NOTICED && factor > 0 && factor * most <= MOST) {
            return Arrays.stream(lost).map(each -> factor * each).toArray();
        }
        return topped(lost, sum, size(lost) > NOTICED ? lost : shapley(game, count, label));
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

    /** The losses, and what they leave of the sum in proportion to those sizes. */
    private static double[] topped(double[] lost, double sum, double[] sizes) {
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
        int pairs = Math.max(LEAST_ORDERS, texts / count) / 2;
        List<List<Integer>> orders = new ArrayList<>(2 * pairs);
        for (int k = 0; k < pairs; k++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
            Collections.shuffle(order, random);
            orders.add(order);
            orders.add(order.reversed());
        }
        return orders;
    }

    /** Runs of what is no white space; those past the last that counts are one. */
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

    /** What the model reads where only some of the words are left. Each set is read once. */
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

        /** Reads all that is wanted in one call of the model. */
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
         * The text as it is where all words are left, else its words with one space between them.
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
