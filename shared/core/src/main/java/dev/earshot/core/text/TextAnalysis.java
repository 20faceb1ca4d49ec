package dev.earshot.core.text;

import dev.earshot.core.Checks;

import java.util.List;
import java.util.Optional;

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
 */
public record TextAnalysis(
        Sentiment sentiment,
        double sureFrom,
        Optional<Emotions> emotions,
        Optional<List<LabelScore>> feelings,
        Optional<Signal> irony,
        Optional<Signal> offensive,
        Optional<Signal> hateful,
        Optional<Intents> intent) {
    public TextAnalysis {
        Checks.inRange("sureFrom", sureFrom, 0, 1);
        feelings = feelings.map(List::copyOf);
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
