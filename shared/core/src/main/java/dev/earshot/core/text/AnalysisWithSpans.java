package dev.earshot.core.text;

import java.util.List;

/**
 * What a model reads in a text, in spans of it, and of its targets.
 *
 * @param stretches the sentiment of each span, in the order asked
 * @param towards the sentiment towards each target, in the order asked
 */
public record AnalysisWithSpans(
        TextAnalysis whole, List<Sentiment> stretches, List<TargetOpinion> towards) {
    public AnalysisWithSpans {
        stretches = List.copyOf(stretches);
        towards = List.copyOf(towards);
    }

    /** From a request without targets. */
    public AnalysisWithSpans(TextAnalysis whole, List<Sentiment> stretches) {
        this(whole, stretches, List.of());
    }
}
