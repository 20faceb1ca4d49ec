package dev.earshot.wire.api;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.feedback.Labels;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A correction as the API lists it and {@code eval text --feedback} reads it. */
record FeedbackView(
        String id,
        String platform,
        LabelsView said,
        LabelsView shown,
        String language,
        Optional<ModelVersion> model,
        Instant at,
        String by) {
    /**
     * @param sentiment of the post as a whole
     * @param brands by brand id
     */
    record LabelsView(Optional<String> sentiment, Map<String, String> brands) {
        static LabelsView of(Labels labels) {
            var brands = new LinkedHashMap<String, String>();
            labels.brands().forEach((brand, label) -> brands.put(brand, label.key()));
            return new LabelsView(labels.post().map(SentimentLabel::key), brands);
        }
    }

    static FeedbackView of(Feedback feedback) {
        return new FeedbackView(
                feedback.post().nativeId(),
                feedback.post().platform().key(),
                LabelsView.of(feedback.said()),
                LabelsView.of(feedback.shown()),
                feedback.language(),
                feedback.model(),
                feedback.at(),
                feedback.by());
    }
}
