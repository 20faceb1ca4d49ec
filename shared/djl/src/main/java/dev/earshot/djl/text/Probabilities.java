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
        int start = row * width;
        Column first = columns.get("sentiment");
        if (first == null) {
            throw new IllegalStateException("the head sentiment went missing");
        }
        double[] p = softmax(logits, start, first);
        return new TextAnalysis(
                new Sentiment(p[0], p[1], p[2]),
                first.head().abstainBelow(),
                of("emotion", column -> emotions(softmax(logits, start, column), column.head())),
                of("emotions", column -> feelings(logits, start, column)),
                of("irony", column -> signal(softmax(logits, start, column), column.head())),
                of("offensive", column -> signal(softmax(logits, start, column), column.head())),
                of("hateful", column -> signal(softmax(logits, start, column), column.head())),
                of("intent", column -> intents(softmax(logits, start, column), column.head())));
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

    private static List<LabelScore> feelings(float[] logits, int start, Column column) {
        ModelDescription.Head head = column.head();
        List<LabelScore> over = new ArrayList<>();
        for (int i = 0; i < head.labels().size(); i++) {
            double logit = logits[start + column.start() + i];
            double p = 1 / (1 + Math.exp(-logit / head.temperature()));
            if (p >= head.threshold(i, DEFAULT_THRESHOLD)) {
                over.add(new LabelScore(head.labels().get(i), p));
            }
        }
        over.sort(Comparator.comparingDouble(LabelScore::probability).reversed());
        return over;
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
