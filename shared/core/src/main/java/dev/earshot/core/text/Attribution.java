package dev.earshot.core.text;

import java.util.Comparator;
import java.util.List;

/**
 * Why a text was read as it was: the weights of its words sum to {@code score - baseline}, exact up
 * to rounding of doubles.
 *
 * @param label the most probable sentiment, whether or not the model is sure of it
 * @param score its probability on the whole text
 * @param baseline its probability on a text without words
 * @param words in the order of the text
 */
public record Attribution(
        SentimentLabel label, double score, double baseline, List<WordAttribution> words) {
    public Attribution {
        words = List.copyOf(words);
    }

    /** The words that speak for the verdict, the strongest first. */
    public List<WordAttribution> drivers() {
        return words.stream()
                .filter(word -> word.weight() > 0)
                .sorted(Comparator.comparingDouble(WordAttribution::weight).reversed())
                .toList();
    }
}
