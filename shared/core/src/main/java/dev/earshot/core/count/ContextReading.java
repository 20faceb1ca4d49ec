package dev.earshot.core.count;

import dev.earshot.core.text.SentimentLabel;

import java.util.List;

/**
 * What was read beside the author's own words: quoted lines, alt texts, link cards, polls.
 *
 * @param sentiment of these passages, which is not the author's
 * @param brands that they name, sorted, without repetition
 */
public record ContextReading(SentimentLabel sentiment, List<String> brands) {
    public ContextReading {
        brands = brands.stream().distinct().sorted().toList();
    }
}
