package dev.earshot.wire.api;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A verdict with its probabilities, or an abstention with its reason.
 *
 * @param strongest the most probable class, if it differs from the label because the model was
 *     unsure or feelings are mixed
 */
record SentimentView(
        String label,
        OptionalDouble negative,
        OptionalDouble neutral,
        OptionalDouble positive,
        Optional<String> strongest,
        Optional<String> reason) {
    static SentimentView of(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> {
                Sentiment sentiment = read.analysis().sentiment();
                SentimentLabel strongest = sentiment.label();
                yield new SentimentView(
                        read.label().key(),
                        OptionalDouble.of(sentiment.negative()),
                        OptionalDouble.of(sentiment.neutral()),
                        OptionalDouble.of(sentiment.positive()),
                        strongest == read.label() ? Optional.empty() : Optional.of(strongest.key()),
                        read.reason());
            }
            case Reading.Abstained abstained ->
                    new SentimentView(
                            abstained.label().key(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            Optional.empty(),
                            abstained.reason());
        };
    }
}
