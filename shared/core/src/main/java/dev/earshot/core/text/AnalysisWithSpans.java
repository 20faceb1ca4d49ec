package dev.earshot.core.text;

import java.util.List;

/**
 * What a model reads in a text and in stretches of it.
 *
 * @param stretches the sentiment of each, in the order in which they were asked
 */
public record AnalysisWithSpans(TextAnalysis whole, List<Sentiment> stretches) {
    public AnalysisWithSpans {
        stretches = List.copyOf(stretches);
    }
}
