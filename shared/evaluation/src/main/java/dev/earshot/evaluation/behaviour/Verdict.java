package dev.earshot.evaluation.behaviour;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.reading.TextReader;

import java.util.List;
import java.util.Optional;

/**
 * Production's forced verdict on a sentence: its label, or the most probable class if it would
 * abstain for lack of confidence.
 *
 * @param label negative, neutral, positive or mixed; abstain only if the sentence is not read at
 *     all
 */
record Verdict(SentimentLabel label, Sentiment sentiment) {
    private static final Sentiment NOTHING = new Sentiment(0, 1, 0);

    /** Reads sentences in a language; one verdict each, in order. */
    static List<Verdict> of(TextReader reader, List<String> sentences, String language) {
        return reader
                .read(
                        sentences.stream()
                                .map(text -> new TextReader.Text(text, Optional.of(language)))
                                .toList())
                .stream()
                .map(Verdict::of)
                .toList();
    }

    private static Verdict of(Reading reading) {
        return switch (reading) {
            case Reading.Read read ->
                    new Verdict(
                            read.mixed()
                                    ? SentimentLabel.MIXED
                                    : read.analysis().sentiment().label(),
                            read.analysis().sentiment());
            case Reading.Abstained abstained -> new Verdict(SentimentLabel.ABSTAIN, NOTHING);
        };
    }
}
