package dev.earshot.djl.text;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextSpan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Computes the sentiment of the spans of some texts from the module's output for each token. Used
 * once, by one thread.
 */
final class SpanScores {
    private static final int SENTIMENTS = 3;

    private final List<LanguageText> texts;
    private final List<Tokens> tokens;
    private final double temperature;
    private final @Nullable Sentiment[][] found;

    /**
     * @throws IllegalArgumentException where there are spans and the model does not read them
     */
    SpanScores(
            List<LanguageText> texts, List<Tokens> tokens, Optional<ModelDescription.Parts> parts) {
        this.texts = texts;
        this.tokens = tokens;
        this.temperature = parts.map(ModelDescription.Parts::temperature).orElse(1.0);
        this.found = new Sentiment[texts.size()][];
        for (int i = 0; i < found.length; i++) {
            found[i] = new Sentiment[of(i).size()];
            if (parts.isEmpty() && found[i].length > 0) {
                throw new IllegalArgumentException(
                        "stretches must be none, since this model reads whole texts alone; got "
                                + found[i].length);
            }
        }
    }

    private List<TextSpan> of(int text) {
        return texts.get(text).parted().stretches();
    }

    /** Whether any text of the batch has spans. */
    boolean in(int[] batch) {
        for (int text : batch) {
            if (found[text].length > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads the spans of a batch.
     *
     * @param parts the logits of each token, row by row, each row padded to the last text, the
     *     longest
     */
    void read(int[] batch, float[] parts) {
        int longest = tokens.get(batch[batch.length - 1]).ids().length;
        for (int row = 0; row < batch.length; row++) {
            int text = batch[row];
            for (int k = 0; k < found[text].length; k++) {
                int[] places = tokens.get(text).of(of(text).get(k));
                if (places.length > 0) {
                    found[text][k] = mean(parts, row * longest, places);
                }
            }
        }
    }

    private Sentiment mean(float[] parts, int first, int[] places) {
        float[] logits = new float[SENTIMENTS];
        for (int place : places) {
            for (int label = 0; label < SENTIMENTS; label++) {
                logits[label] += parts[(first + place) * SENTIMENTS + label] / places.length;
            }
        }
        double[] p = Probabilities.softmax(logits, 0, SENTIMENTS, temperature);
        return new Sentiment(p[0], p[1], p[2]);
    }

    /** The results, after spans without tokens were read as separate texts. */
    List<AnalysisWithSpans> with(
            List<TextAnalysis> wholes,
            Function<List<LanguageText>, List<AnalysisWithSpans>> alone) {
        List<LanguageText> open = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            for (int k = 0; k < found[i].length; k++) {
                if (found[i][k] == null) {
                    open.add(
                            new LanguageText(
                                    of(i).get(k).of(texts.get(i).text()), texts.get(i).language()));
                }
            }
        }
        var answers =
                (open.isEmpty() ? List.<AnalysisWithSpans>of() : alone.apply(open)).iterator();
        List<AnalysisWithSpans> results = new ArrayList<>(found.length);
        for (int i = 0; i < found.length; i++) {
            List<Sentiment> own = new ArrayList<>(found[i].length);
            for (Sentiment sentiment : found[i]) {
                own.add(sentiment != null ? sentiment : answers.next().whole().sentiment());
            }
            results.add(new AnalysisWithSpans(wholes.get(i), own));
        }
        return results;
    }
}
