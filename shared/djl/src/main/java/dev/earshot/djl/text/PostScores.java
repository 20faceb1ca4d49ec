package dev.earshot.djl.text;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TargetOpinion;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Collects what the module says of one post: of its windows, of the tokens of its spans, and of the
 * windows in which a target is marked. Used once, by one thread.
 */
final class PostScores {
    private static final int SENTIMENTS = 3;

    private final LanguageText text;
    private final TokenWindows tokens;
    private final ModelDescription description;
    private final Probabilities probabilities;
    private final double[][] windows;
    private final double[][] spanSums;
    private final int[] spanTokens;
    private final List<List<TargetRow>> targets = new ArrayList<>();

    /** A window in which a target is marked, and the probabilities read there. */
    private record TargetRow(int tokens, double[] probabilities) {}

    /**
     * @throws IllegalArgumentException where the text has spans or targets that the model does not
     *     read
     */
    PostScores(
            LanguageText text,
            TokenWindows tokens,
            ModelDescription description,
            Probabilities probabilities) {
        this.text = text;
        this.tokens = tokens;
        this.description = description;
        this.probabilities = probabilities;
        this.windows = new double[tokens.windows().size()][];
        this.spanSums = new double[spans().size()][SENTIMENTS];
        this.spanTokens = new int[spanSums.length];
        if (description.parts().isEmpty() && spanSums.length > 0) {
            throw new IllegalArgumentException(
                    "stretches must be none, since this model reads whole texts alone; got "
                            + spanSums.length);
        }
        int targetCount = text.parted().targets().size();
        if (description.target().isEmpty() && targetCount > 0) {
            throw new IllegalArgumentException(
                    "targets must be none, since this model does not read them; got "
                            + targetCount);
        }
        for (int i = 0; i < targetCount; i++) {
            targets.add(new ArrayList<>());
        }
    }

    private List<TextSpan> spans() {
        return text.parted().stretches();
    }

    boolean hasSpans() {
        return spanSums.length > 0;
    }

    /** Reads the logits of all heads for one window. */
    void addWindow(int window, float[] logits, int row) {
        windows[window] = probabilities.calibrated(logits, row);
    }

    /**
     * Reads the spans that have tokens in a window.
     *
     * @param parts three logits for each token
     * @param first index of the window's first token in {@code parts}
     */
    void addParts(int window, float[] parts, int first) {
        for (int k = 0; k < spanSums.length; k++) {
            for (int place : tokens.windows().get(window).of(spans().get(k))) {
                for (int label = 0; label < SENTIMENTS; label++) {
                    spanSums[k][label] += parts[(first + place) * SENTIMENTS + label];
                }
                spanTokens[k]++;
            }
        }
    }

    /** Reads the logits of one window in which a target is marked. */
    void addTarget(int target, Tokens marked, float[] logits, int row) {
        double temperature = description.target().orElseThrow().temperature();
        targets.get(target)
                .add(
                        new TargetRow(
                                marked.ids().length,
                                Probabilities.softmax(
                                        logits, row * SENTIMENTS, SENTIMENTS, temperature)));
    }

    /** Spans without a token in any window, to be read as separate texts. */
    List<LanguageText> unread() {
        List<LanguageText> open = new ArrayList<>();
        for (int k = 0; k < spanTokens.length; k++) {
            if (spanTokens[k] == 0) {
                open.add(new LanguageText(spans().get(k).of(text.text()), text.language()));
            }
        }
        return open;
    }

    /**
     * @param alone what the model says of the spans in {@link #unread}, in order
     */
    AnalysisWithSpans result(Iterator<AnalysisWithSpans> alone) {
        TextAnalysis whole =
                probabilities
                        .analysis(
                                probabilities.pooled(
                                        Arrays.asList(windows),
                                        tokens.windows().stream()
                                                .mapToInt(window -> window.ids().length)
                                                .toArray()))
                        .readTo(tokens.unreadFrom());
        List<Sentiment> stretches = new ArrayList<>(spanSums.length);
        for (int k = 0; k < spanSums.length; k++) {
            stretches.add(spanTokens[k] == 0 ? alone.next().whole().sentiment() : span(k));
        }
        return new AnalysisWithSpans(
                whole, stretches, targets.stream().map(rows -> opinion(rows, whole)).toList());
    }

    private Sentiment span(int k) {
        float[] logits = new float[SENTIMENTS];
        for (int label = 0; label < SENTIMENTS; label++) {
            logits[label] = (float) (spanSums[k][label] / spanTokens[k]);
        }
        double temperature = description.parts().orElseThrow().temperature();
        return sentiment(Probabilities.softmax(logits, 0, SENTIMENTS, temperature));
    }

    /** A target without a token in any window takes what the post says as a whole. */
    private TargetOpinion opinion(List<TargetRow> rows, TextAnalysis whole) {
        if (rows.isEmpty()) {
            return new TargetOpinion(whole.sentiment(), whole.sureFrom(), false);
        }
        ModelDescription.Marking marking = description.target().orElseThrow();
        double[] p =
                Probabilities.pooledSentiment(
                        rows.stream().map(TargetRow::probabilities).toList(),
                        rows.stream().mapToInt(TargetRow::tokens).toArray());
        return new TargetOpinion(
                sentiment(p), marking.abstainBelow(), Math.min(p[0], p[2]) >= marking.mixedFrom());
    }

    private static Sentiment sentiment(double[] p) {
        return new Sentiment(p[0], p[1], p[2]);
    }
}
