package dev.earshot.core.text;

import java.util.List;

/**
 * What a model reads in a text and in spans of it.
 *
 * @param stretches the sentiment of each span, in the order asked
 */
public record AnalysisWithSpans(TextAnalysis whole, List<Sentiment> stretches) {
    public AnalysisWithSpans {
        stretches = List.copyOf(stretches);
    }
}
