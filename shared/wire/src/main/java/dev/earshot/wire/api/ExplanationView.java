package dev.earshot.wire.api;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.post.PostId;
import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.LabelScore;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.core.text.WordAttribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A text with its full analysis and explanation. Offsets are UTF-16 units of {@code text}. */
record ExplanationView(
        Optional<String> id,
        Optional<String> platform,
        String text,
        String language,
        double languageConfidence,
        SentimentView sentiment,
        Optional<WhyView> explanation,
        Optional<Map<String, Double>> emotions,
        Optional<List<LabelScore>> feelings,
        Optional<IronyView> irony,
        Optional<FlagsView> flags,
        Optional<IntentView> intent,
        List<PartView> parts,
        List<TargetView> targets,
        OptionalInt unreadFrom,
        Optional<ModelVersion> model) {
    /**
     * The weights of the words sum to {@code score - baseline}.
     *
     * @param label the most probable sentiment
     * @param score its probability on the whole text
     * @param baseline its probability on a text without words
     */
    record WhyView(String label, double score, double baseline, List<WordAttribution> words) {
        static WhyView of(Attribution why) {
            return new WhyView(why.label().key(), why.score(), why.baseline(), why.words());
        }
    }

    static ExplanationView of(ExplainedText explained) {
        TextExplanation explanation = explained.explanation();
        Reading reading = explanation.reading();
        Optional<Reading.Read> read =
                reading instanceof Reading.Read r ? Optional.of(r) : Optional.empty();
        Optional<TextAnalysis> analysis = read.map(Reading.Read::analysis);
        return new ExplanationView(
                explained.post().map(PostId::nativeId),
                explained.post().map(post -> post.platform().key()),
                explanation.text(),
                reading.language(),
                explanation.confidence(),
                SentimentView.of(reading),
                explanation.why().map(WhyView::of),
                analysis.flatMap(TextAnalysis::emotions).map(PostView::emotions),
                analysis.flatMap(TextAnalysis::feelings),
                read.flatMap(IronyView::of),
                analysis.flatMap(FlagsView::of),
                analysis.flatMap(TextAnalysis::intent).map(IntentView::of),
                read.stream().flatMap(r -> r.parts().stream()).map(PartView::of).toList(),
                read.stream().flatMap(r -> r.targets().stream()).map(TargetView::of).toList(),
                analysis.map(TextAnalysis::unreadFrom).orElse(OptionalInt.empty()),
                read.flatMap(Reading.Read::model));
    }
}
