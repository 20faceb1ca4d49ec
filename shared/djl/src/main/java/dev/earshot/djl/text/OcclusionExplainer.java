package dev.earshot.djl.text;

import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the words that drove a sentiment: leaves out one word at a time and sees how far the
 * verdict's probability falls (occlusion; Zeiler and Fergus, 2014). All variants of a text are read
 * in one call of the model. Thread-safe where the model is.
 */
public final class OcclusionExplainer {
    /** The model reads 128 tokens; later words cannot drive its verdict. */
    static final int MAX_WORDS = 96;

    private final TextModel model;

    public OcclusionExplainer(TextModel model) {
        this.model = model;
    }

    /** Words of the text, the strongest driver first; empty for a text without words. */
    public List<WordDriver> explain(String text) {
        List<String> words =
                text.strip().isEmpty()
                        ? List.of()
                        : List.of(text.strip().split("\\s+", MAX_WORDS + 1));
        int count = Math.min(words.size(), MAX_WORDS);
        if (count == 0) {
            return List.of();
        }
        List<String> variants = new ArrayList<>(count + 1);
        variants.add(String.join(" ", words));
        for (int i = 0; i < count; i++) {
            List<String> rest = new ArrayList<>(words);
            rest.remove(i);
            variants.add(String.join(" ", rest));
        }
        List<TextAnalysis> read = model.analyse(variants);
        Sentiment whole = read.getFirst().sentiment();
        SentimentLabel label = whole.label();
        List<WordDriver> drivers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double without = probability(read.get(i + 1).sentiment(), label);
            drivers.add(new WordDriver(words.get(i), i, probability(whole, label) - without));
        }
        drivers.sort(Comparator.comparingDouble(WordDriver::weight).reversed());
        return List.copyOf(drivers);
    }

    private static double probability(Sentiment sentiment, SentimentLabel label) {
        return switch (label) {
            case NEGATIVE -> sentiment.negative();
            case NEUTRAL -> sentiment.neutral();
            case POSITIVE -> sentiment.positive();
            case ABSTAIN -> 0;
        };
    }
}
