package dev.earshot.djl.text;

import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.LabelScore;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Converts one row of logits, the columns of all heads in order, to probabilities. A head that the
 * model lacks is empty in the result; a head that core does not know is ignored. Immutable.
 */
final class Probabilities {
    private static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");

    private static final Set<String> YES_OR_NO = Set.of("irony", "offensive", "hateful");

    /** Heads that ask whether something is there; their second label says yes. */
    private static final Set<String> PRESENCE = Set.of("offensive", "hateful");

    private static final int NEUTRAL = 1;
    private static final String OTHER = "other";

    /**
     * Weight of a window that says nothing, beside 1 for one that is sure of a class. Chosen on 33
     * labelled training tweets among 6, 20 and 40 neutral ones: their opinion is then the post's in
     * 91, 79 and 79 %, and the opposite in 6, 18 and 21 % (by the plain mean 15, 0 and 0 %, and
     * none). The price is what is made of neutral tweets alone, many of which the model takes for
     * opinions: of 30 posts of a dozen, 5 stay neutral (all by the plain mean).
     */
    private static final double BACKGROUND_WEIGHT = 0.03;

    /** Threshold where a model states none. */
    private static final double DEFAULT_THRESHOLD = 0.5;

    private final Map<String, Column> columns = new HashMap<>();
    private final int width;

    /** A head and the index of its first logit. */
    private record Column(ModelDescription.Head head, int start) {}

    /**
     * @throws IllegalArgumentException where a head's labels are not those of core's types
     */
    Probabilities(List<ModelDescription.Head> heads) {
        int start = 0;
        for (ModelDescription.Head head : heads) {
            expected(head.name())
                    .filter(labels -> !labels.equals(head.labels()))
                    .ifPresent(
                            labels -> {
                                throw new IllegalArgumentException(
                                        "head "
                                                + head.name()
                                                + " must have the labels "
                                                + labels
                                                + ", got "
                                                + head.labels());
                            });
            if (YES_OR_NO.contains(head.name()) && head.labels().size() != 2) {
                throw new IllegalArgumentException(
                        "head "
                                + head.name()
                                + " must have two labels, that for yes second, got "
                                + head.labels());
            }
            columns.put(head.name(), new Column(head, start));
            start += head.labels().size();
        }
        if (!columns.containsKey("sentiment")) {
            throw new IllegalArgumentException(
                    "heads must hold sentiment, got " + columns.keySet());
        }
        width = start;
    }

    private static Optional<List<String>> expected(String head) {
        return switch (head) {
            case "sentiment" -> Optional.of(SENTIMENTS);
            case "emotion" ->
                    Optional.of(Arrays.stream(Emotion.values()).map(Emotion::key).toList());
            case "intent" -> Optional.of(Arrays.stream(Intent.values()).map(Intent::key).toList());
            default -> Optional.empty();
        };
    }

    int columns() {
        return width;
    }

    TextAnalysis read(float[] logits, int row) {
        return analysis(calibrated(logits, row));
    }

    /** The probabilities of all heads' labels, in the order of the columns. */
    double[] calibrated(float[] logits, int row) {
        double[] all = new double[width];
        for (Column column : columns.values()) {
            double[] own =
                    switch (column.head().kind()) {
                        case SOFTMAX -> softmax(logits, row * width, column);
                        case SIGMOID -> sigmoid(logits, row * width, column);
                    };
            System.arraycopy(own, 0, all, column.start(), own.length);
        }
        return all;
    }

    /** The conclusions from the probabilities of all heads' labels. */
    TextAnalysis analysis(double[] all) {
        Column first = sentiment();
        double[] p = own(all, first);
        return new TextAnalysis(
                new Sentiment(p[0], p[1], p[2]),
                first.head().abstainBelow(),
                of("emotion", column -> emotions(own(all, column), column.head())),
                of("emotions", column -> feelings(own(all, column), column.head())),
                of("irony", column -> signal(own(all, column), column.head())),
                of("offensive", column -> signal(own(all, column), column.head())),
                of("hateful", column -> signal(own(all, column), column.head())),
                of("intent", column -> intents(own(all, column), column.head())));
    }

    private Column sentiment() {
        Column first = columns.get("sentiment");
        if (first == null) {
            throw new IllegalStateException("the head sentiment went missing");
        }
        return first;
    }

    private static double[] own(double[] all, Column column) {
        return Arrays.copyOfRange(
                all, column.start(), column.start() + column.head().labels().size());
    }

    /**
     * The probabilities of a post from those of its windows. A window weighs by its tokens and by
     * how much more probable another class is than the head's background class ({@code neutral},
     * {@code other}), so that small talk does not drown an opinion; emotions and irony go by the
     * weights of sentiment. A post is offensive, or has a feeling, as its most offensive or feeling
     * window: those heads ask whether something is there.
     *
     * @param windows calibrated probabilities of each window
     * @param tokens of each window
     */
    double[] pooled(List<double[]> windows, int[] tokens) {
        if (windows.size() == 1) {
            return windows.getFirst();
        }
        int first = sentiment().start();
        double[] bySentiment =
                weights(windows, tokens, first, first + SENTIMENTS.size(), first + NEUTRAL);
        double[] all = new double[width];
        for (Column column : columns.values()) {
            int size = column.head().labels().size();
            boolean asksForPresence =
                    column.head().kind() == ModelDescription.Kind.SIGMOID
                            || PRESENCE.contains(column.head().name());
            int background = column.head().labels().indexOf(OTHER);
            double[] weights =
                    background < 0
                            ? bySentiment
                            : weights(
                                    windows,
                                    tokens,
                                    column.start(),
                                    column.start() + size,
                                    column.start() + background);
            for (int i = column.start(); i < column.start() + size; i++) {
                int label = i;
                all[i] =
                        asksForPresence
                                ? windows.stream().mapToDouble(p -> p[label]).max().orElse(0)
                                : mean(windows, weights, i);
            }
            if (PRESENCE.contains(column.head().name())) {
                all[column.start()] = 1 - all[column.start() + 1];
            }
        }
        return all;
    }

    /** Likewise, of three sentiment probabilities alone. */
    static double[] pooledSentiment(List<double[]> windows, int[] tokens) {
        double[] weights = weights(windows, tokens, 0, SENTIMENTS.size(), NEUTRAL);
        double[] all = new double[SENTIMENTS.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = mean(windows, weights, i);
        }
        return all;
    }

    private static double[] weights(
            List<double[]> windows, int[] tokens, int from, int to, int background) {
        double[] weights = new double[tokens.length];
        for (int i = 0; i < weights.length; i++) {
            double[] p = windows.get(i);
            double top = 0;
            for (int label = from; label < to; label++) {
                top = label == background ? top : Math.max(top, p[label]);
            }
            weights[i] = tokens[i] * (BACKGROUND_WEIGHT + Math.max(0, top - p[background]));
        }
        return weights;
    }

    private static double mean(List<double[]> windows, double[] weights, int label) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * windows.get(i)[label];
            total += weights[i];
        }
        return sum / total;
    }

    private <T> Optional<T> of(String head, Function<Column, T> reading) {
        return Optional.ofNullable(columns.get(head)).map(reading);
    }

    private static Emotions emotions(double[] p, ModelDescription.Head head) {
        Map<Emotion, Double> scores = new EnumMap<>(Emotion.class);
        Emotion[] names = Emotion.values();
        for (int i = 0; i < names.length; i++) {
            scores.put(names[i], p[i]);
        }
        return new Emotions(scores, sure(p, head));
    }

    private static Intents intents(double[] p, ModelDescription.Head head) {
        Map<Intent, Double> scores = new EnumMap<>(Intent.class);
        Intent[] names = Intent.values();
        for (int i = 0; i < names.length; i++) {
            scores.put(names[i], p[i]);
        }
        return new Intents(scores, sure(p, head));
    }

    private static Signal signal(double[] p, ModelDescription.Head head) {
        if (!sure(p, head)) {
            return new Signal(p[1], Signal.State.UNSURE);
        }
        return new Signal(
                p[1],
                p[1] >= head.threshold(1, DEFAULT_THRESHOLD) ? Signal.State.YES : Signal.State.NO);
    }

    private static List<LabelScore> feelings(double[] p, ModelDescription.Head head) {
        List<LabelScore> over = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (p[i] >= head.threshold(i, DEFAULT_THRESHOLD)) {
                over.add(new LabelScore(head.labels().get(i), p[i]));
            }
        }
        over.sort(Comparator.comparingDouble(LabelScore::probability).reversed());
        return over;
    }

    private static double[] sigmoid(float[] logits, int start, Column column) {
        double[] p = new double[column.head().labels().size()];
        for (int i = 0; i < p.length; i++) {
            double logit = logits[start + column.start() + i];
            p[i] = 1 / (1 + Math.exp(-logit / column.head().temperature()));
        }
        return p;
    }

    private static boolean sure(double[] p, ModelDescription.Head head) {
        return Arrays.stream(p).max().orElse(0) >= head.abstainBelow();
    }

    private static double[] softmax(float[] logits, int start, Column column) {
        return softmax(
                logits,
                start + column.start(),
                column.head().labels().size(),
                column.head().temperature());
    }

    static double[] softmax(float[] logits, int start, int count, double temperature) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = start; i < start + count; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double[] values = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            values[i] = Math.exp((logits[start + i] - largest) / temperature);
            sum += values[i];
        }
        for (int i = 0; i < count; i++) {
            values[i] /= sum;
        }
        return values;
    }
}
