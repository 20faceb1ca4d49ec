package dev.earshot.core.text;

import dev.earshot.core.Checks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a text model reads in one text. Heads that the model lacks are empty.
 *
 * @param sureFrom least probability of the strongest sentiment at which the model gives a verdict,
 *     in [0, 1]; 0 where it always gives one
 * @param emotions the four of TweetEval
 * @param feelings of a wider set, those over their thresholds, the most probable first; there may
 *     be several or none
 * @param irony whether the text is ironic or sarcastic. It is reported beside the sentiment and
 *     never changes it
 * @param offensive whether a person should review it for its language; nothing acts on it
 *     automatically
 * @param hateful likewise, for hatred of a group
 * @param intent what the author wants from a brand
 * @param unreadFrom offset, in UTF-16 units, from which the text was not read because it is longer
 *     than the model reads; empty where all of it was
 */
public record TextAnalysis(
        Sentiment sentiment,
        double sureFrom,
        Optional<Emotions> emotions,
        Optional<List<LabelScore>> feelings,
        Optional<Signal> irony,
        Optional<Signal> offensive,
        Optional<Signal> hateful,
        Optional<Intents> intent,
        OptionalInt unreadFrom) {
    public TextAnalysis {
        Checks.inRange("sureFrom", sureFrom, 0, 1);
        feelings = feelings.map(List::copyOf);
        if (unreadFrom.isPresent() && unreadFrom.getAsInt() < 0) {
            throw new IllegalArgumentException(
                    "unreadFrom must be at least 0, got " + unreadFrom.getAsInt());
        }
    }

    /** From a model that read all of the text. */
    public TextAnalysis(
            Sentiment sentiment,
            double sureFrom,
            Optional<Emotions> emotions,
            Optional<List<LabelScore>> feelings,
            Optional<Signal> irony,
            Optional<Signal> offensive,
            Optional<Signal> hateful,
            Optional<Intents> intent) {
        this(
                sentiment,
                sureFrom,
                emotions,
                feelings,
                irony,
                offensive,
                hateful,
                intent,
                OptionalInt.empty());
    }

    /** From a model that has only these two heads and is always sure. */
    public TextAnalysis(Sentiment sentiment, Emotions emotions) {
        this(
                sentiment,
                0,
                Optional.of(emotions),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** From a model that has only one head. */
    public TextAnalysis(Sentiment sentiment, double sureFrom) {
        this(
                sentiment,
                sureFrom,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same of a text that was read only up to an offset. */
    public TextAnalysis readTo(OptionalInt end) {
        return new TextAnalysis(
                sentiment, sureFrom, emotions, feelings, irony, offensive, hateful, intent, end);
    }

    /** Whether the model is sure enough of the sentiment to give a verdict. */
    public boolean sure() {
        return sentiment.top() >= sureFrom;
    }

    /** Whether a person should review it. */
    public boolean flagged() {
        return offensive.filter(Signal::raised).isPresent()
                || hateful.filter(Signal::raised).isPresent();
    }
}
